import Docker
import Notes
import Source
import YAML

/// A `.hadolint.yaml`, read: settings for the rules, and for the check as a whole.
struct HadolintFile: Sendable {
  private(set) var settings = LinterSettings()
  private(set) var failureThreshold: FailureThreshold?
  /// What is wrong with the file itself.
  private(set) var diagnostics: [Diagnostic] = []

  /// Its keys. Those that only concern what hadolint prints are known and mean nothing.
  private enum Key: String, CaseIterable {
    case ignored, override, trustedRegistries, format, verbose
    case labelSchema = "label-schema"
    case strictLabels = "strict-labels"
    case failureThreshold = "failure-threshold"
    case disableIgnorePragma = "disable-ignore-pragma"
    case noFail = "no-fail"
    case noColor = "no-color"
  }

  /// How much findings weigh there; `style` is what we call a hint.
  private enum Level: String, CaseIterable {
    case error, warning, info, style, ignore, none

    var severity: Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info, .style: .info
      case .ignore, .none: nil
      }
    }
  }

  /// No settings.
  init() {}

  /// Reads the file. What does not fit is left out, with a finding.
  init(_ source: SourceText) {
    let stream = YAMLStream(source, dialect: .core)
    var values = MetadataReader()
    for problem in stream.problems { values.add(MetadataProblem(problem)) }
    if let root = stream.documents.first, !root.isNull { read(root, &values) }
    diagnostics = values.problems.map {
      Diagnostic(FileRules.hadolintSettings, $0.message, at: Place(path: source.path, range: $0.range))
    }
  }

  private mutating func read(_ root: YAMLNode, _ values: inout MetadataReader) {
    guard root.kind == .mapping else {
      return values.add(MetadataProblem(.notAMapping(found: MetadataReader.name(of: root)), at: root.range))
    }
    for entry in root.entries {
      guard let key: Key = Self.known(entry.key, &values) else { continue }
      read(key, entry.value, &values)
    }
  }

  private mutating func read(_ key: Key, _ node: YAMLNode, _ values: inout MetadataReader) {
    let name = key.rawValue
    switch key {
    case .ignored: settings.ignored = Self.ruleNames(node, of: name, &values)
    case .override: readOverrides(node, &values)
    case .trustedRegistries:
      settings.trustedRegistries = values.texts(node, of: name).map { Array($0.text.utf8) }
    case .labelSchema: readLabels(node, &values)
    case .strictLabels: settings.allowsOnlyThoseLabels = values.bool(node, of: name) ?? false
    case .disableIgnorePragma: settings.ignoresPragmas = values.bool(node, of: name) ?? false
    case .noFail:
      if values.bool(node, of: name) == true { failureThreshold = .never }
    case .failureThreshold:
      guard failureThreshold == nil, let level: Level = values.choice(node, of: name) else { return }
      failureThreshold = level == .none ? .never : .atLeast(level.severity ?? .info)
    case .format, .verbose, .noColor: break
    }
  }

  private mutating func readOverrides(_ node: YAMLNode, _ values: inout MetadataReader) {
    for entry in Self.entries(node, of: "override", &values) {
      guard let level: Level = Self.known(entry.key, &values) else { continue }
      let rules = Self.ruleNames(entry.value, of: level.rawValue, &values)
      if let severity = level.severity {
        settings.severities += rules.map { ($0, severity) }
      } else {
        settings.ignored += rules
      }
    }
  }

  private mutating func readLabels(_ node: YAMLNode, _ values: inout MetadataReader) {
    for entry in Self.entries(node, of: "label-schema", &values) {
      guard let kind: LabelName = values.choice(entry.value, of: entry.key.text) else { continue }
      settings.labels.append((Array(entry.key.bytes), kind.kind))
    }
  }

  /// What the label schema calls a kind of value.
  private enum LabelName: String, CaseIterable {
    case text, rawtext, url, rfc3339, spdx, hash, semver, email

    var kind: LinterSettings.LabelKind {
      switch self {
      case .text, .rawtext: .text
      case .url: .url
      case .rfc3339: .rfc3339
      case .spdx: .spdx
      case .hash: .hash
      case .semver: .semver
      case .email: .email
      }
    }
  }

  private static func entries(
    _ node: YAMLNode, of key: String, _ values: inout MetadataReader
  ) -> YAMLNode.Entries {
    if node.kind != .mapping, !node.isNull { values.refuse(node, key, expected: "keys with values") }
    return node.entries
  }

  /// The key that a node names; a finding where there is no such key.
  private static func known<Name>(_ node: YAMLNode, _ values: inout MetadataReader) -> Name?
  where Name: RawRepresentable<String> & CaseIterable {
    if let name = Name(rawValue: node.text) { return name }
    let names = Name.allCases.map(\.rawValue)
    values.add(MetadataProblem(.unknownKey(node.text), at: node.range, allowed: names))
    return nil
  }

  /// Names of rules. Those that look like a code of hadolint or ShellCheck may be of a rule that is not ours.
  private static func ruleNames(_ node: YAMLNode, of key: String, _ values: inout MetadataReader) -> [[UInt8]] {
    values.texts(node, of: key).map { name in
      if !RuleNames.isKnown(name.text), !RuleNames.isForeignCode(name.text) {
        let kind = MetadataProblem.Kind.invalidValue(
          key: key, expected: "names of rules", found: "'\(name.text)'")
        values.add(MetadataProblem(kind, at: name.range, allowed: RuleNames.all))
      }
      return Array(name.text.utf8)
    }
  }
}

/// The names by which rules for Dockerfiles are called.
private enum RuleNames {
  static let all: [String] = DockerfileRules.all.flatMap { [$0.id.name] + $0.aliases }
  private static let known = Set(all)

  static func isKnown(_ name: String) -> Bool { known.contains(name) }

  /// Whether it is `DL` or `SC` with four digits.
  static func isForeignCode(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 6 && ["DL", "SC"].contains(name.prefix(2)) && bytes[2...].allSatisfy(\.isDigit)
  }
}
