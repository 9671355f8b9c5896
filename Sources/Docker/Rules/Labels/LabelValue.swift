import Source

extension DockerfileRule {
  /// A label has a value of the kind that the project asks for.
  static let labelValue = DockerfileRule(
    Rule(
      "dockerfile/label-value", .warning, "Give labels values of the kind that the project asks for",
      advice: "Correct the value, or the kind in 'label-schema' of .hadolint.yaml",
      aliases: ["DL3051", "DL3052", "DL3053", "DL3054", "DL3055", "DL3056", "DL3058"]),
    on: .label
  ) { occurrence, inspection, findings in
    let labels = inspection.surroundings.settings.labels
    guard !labels.isEmpty, case .pairs(let pairs) = occurrence.instruction.arguments else { return }
    for pair in pairs {
      guard let name = inspection.literal(pair.name), let word = pair.value, let value = inspection.literal(word),
        let label = labels.first(where: { name.elementsEqual($0.name) })
      else { continue }
      if value.trimmed.isEmpty {
        findings.report("Label '\(name.string)' is empty", at: pair.range)
      } else if !label.kind.allows(value) {
        findings.report(
          "'\(value.string)' of label '\(name.string)' is no \(label.kind.title.description)", at: word.range)
      }
    }
  }
}

extension LinterSettings.LabelKind {
  /// What a value of the kind is called.
  fileprivate var title: StaticString {
    switch self {
    case .text: "text"
    case .url: "URL"
    case .rfc3339: "date and time, such as '2026-01-31T12:00:00Z'"
    case .spdx: "SPDX licence, such as 'Apache-2.0'"
    case .hash: "commit hash of Git"
    case .semver: "version as SemVer writes them, such as '1.2.3'"
    case .email: "e-mail address"
    }
  }

  /// Whether a value that is not empty is of the kind.
  fileprivate func allows(_ value: Bytes) -> Bool {
    switch self {
    case .text: true
    case .url: LabelSyntax.isURL(value)
    case .rfc3339: LabelSyntax.isTimestamp(value)
    case .spdx: LabelSyntax.isLicense(value)
    case .hash: LabelSyntax.isCommit(value)
    case .semver: LabelSyntax.isVersion(value)
    case .email: LabelSyntax.isAddress(value)
    }
  }
}
