internal import YAML

/// What `site.yaml` says about checking links to other sites.
public struct ExternalLinkSettings: Sendable, Equatable {
  /// `ignore`: addresses that are not asked for, with `*` for any letters.
  public package(set) var ignored: [String] = []
  /// `days`: how long an answer counts.
  public package(set) var days = 7
  /// `timeout`: how long a question may take, in seconds.
  public package(set) var timeout = 20
  /// `delay`: the time between two questions to one server, in milliseconds.
  public package(set) var delay = 200

  /// Those of a site that says nothing about it.
  public init() {}

  private enum Key: String, CaseIterable {
    case ignore, days, timeout, delay
  }

  /// Reads what stands under `external-links`.
  mutating func read(_ node: YAMLNode, _ values: inout MetadataReader) {
    guard node.kind == .mapping else {
      return values.refuse(node, "external-links", expected: "keys with values")
    }
    for entry in node.entries {
      guard let key = Key(rawValue: entry.key.text) else {
        let names = Key.allCases.map(\.rawValue)
        values.add(MetadataProblem(.unknownKey(entry.key.text), at: entry.key.range, allowed: names))
        continue
      }
      switch key {
      case .ignore: ignored = values.texts(entry.value, of: key.rawValue).map(\.text)
      case .days: days = values.count(entry.value, of: key.rawValue) ?? days
      case .timeout: timeout = max(1, values.count(entry.value, of: key.rawValue) ?? timeout)
      case .delay: delay = values.count(entry.value, of: key.rawValue) ?? delay
      }
    }
  }
}
