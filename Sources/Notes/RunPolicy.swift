internal import YAML

/// What `site.yaml` says under `run` about snippets that are run. What it does not say is nothing here.
package struct RunPolicy: Sendable {
  /// A name with a path of this machine.
  package struct Place: Sendable, Equatable {
    /// The name.
    package let name: String
    /// The path, as written.
    package let path: String
  }

  /// `memory`: how much they get, in bytes.
  package private(set) var memory: Int?
  /// `cpus`: how many processors, in hundredths.
  package private(set) var processors: Int?
  /// `pids`: how many processes at a time.
  package private(set) var processes: Int?
  /// `timeout`: how long one may take, in seconds.
  package private(set) var seconds: Int?
  /// `mounts`: folders that fences may name.
  package private(set) var mounts: [Place] = []
  /// `bases`: images, as folders or archives.
  package private(set) var bases: [Place] = []

  /// Says nothing.
  init() {}

  private enum Key: String, CaseIterable {
    case memory, cpus, pids, timeout, mounts, bases
  }

  static func read(_ node: YAMLNode, _ values: inout MetadataReader) -> RunPolicy {
    var policy = RunPolicy()
    guard node.kind == .mapping else {
      values.refuse(node, "run", expected: "keys with values")
      return policy
    }
    for entry in node.entries {
      guard let key = Key(rawValue: entry.key.text) else {
        let names = Key.allCases.map(\.rawValue)
        values.add(MetadataProblem(.unknownKey(entry.key.text), at: entry.key.range, allowed: names))
        continue
      }
      if !entry.value.isNull { policy.read(key, entry.value, &values) }
    }
    return policy
  }

  private mutating func read(_ key: Key, _ node: YAMLNode, _ values: inout MetadataReader) {
    switch key {
    case .memory:
      memory = Self.size(node.text)
      if memory == nil { values.refuse(node, "memory", expected: "a size such as 512m") }
    case .cpus:
      guard let number = values.number(node, of: "cpus") else { return }
      if (0.01...10_000).contains(number) {
        processors = Int((number * 100).rounded())
      } else {
        values.refuse(node, "cpus", expected: "a number from 0.01 on")
      }
    case .pids: processes = positive(node, "pids", &values)
    case .timeout: seconds = positive(node, "timeout", &values)
    case .mounts: mounts = Self.places(node, "mounts", &values)
    case .bases: bases = Self.places(node, "bases", &values)
    }
  }

  private func positive(_ node: YAMLNode, _ key: String, _ values: inout MetadataReader) -> Int? {
    guard let number = node.int, (1...1_000_000).contains(number) else {
      values.refuse(node, key, expected: "a whole number from 1 on")
      return nil
    }
    return number
  }

  private static func places(_ node: YAMLNode, _ key: String, _ values: inout MetadataReader) -> [Place] {
    guard node.kind == .mapping else {
      values.refuse(node, key, expected: "names with paths")
      return []
    }
    return node.entries.compactMap { entry in
      values.text(entry.value, of: entry.key.text).map { Place(name: entry.key.text, path: $0) }
    }
  }

  /// `64m`, `1g`, `1000000`: bytes, or with a letter as many of 1,024, its square, or its cube.
  private static func size(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units: [String: Int] = ["": 0, "b": 0, "k": 10, "m": 20, "g": 30]
    guard let number = Int(digits), number > 0, number < 1 << 30,
      let shift = units[text.dropFirst(digits.count).lowercased()]
    else { return nil }
    return number << shift
  }
}
