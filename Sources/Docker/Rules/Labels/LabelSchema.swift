import Source

extension DockerfileRule {
  /// Labels follow the specification that took the place of Label Schema.
  static let labelSchema = DockerfileRule(
    Rule(
      "dockerfile/label-schema", .info, "Use the labels of the OCI, not those of Label Schema",
      advice: "Write 'org.opencontainers.image.…' instead", fix: .unsafe),
    on: .label
  ) { occurrence, inspection, findings in
    guard case .pairs(let pairs) = occurrence.instruction.arguments else { return }
    let file = inspection.file
    for pair in pairs {
      let name = LabelName.unquoted(file[pair.name])
      guard name.hasPrefix("org.label-schema.") else { continue }
      guard let successor = successor(of: name.dropFirst("org.label-schema.".utf8.count)) else {
        findings.report("Label '\(name.string)' of a schema that was given up", at: name.range)
        continue
      }
      findings.report(
        "Label '\(name.string)', where 'org.opencontainers.image.\(successor)' has taken its place", at: name.range,
        fix: file.replacing(
          name.range, with: "org.opencontainers.image.\(successor)", "Write the OCI's label", isSafe: false))
    }
  }

  /// Reference: the table of the image specification's annotations, "Back-compatibility with Label Schema".
  private static func successor(of key: Bytes) -> StaticString? {
    switch key {
    case "build-date": "created"
    case "url": "url"
    case "vcs-url": "source"
    case "version": "version"
    case "vcs-ref": "revision"
    case "vendor": "vendor"
    case "name": "title"
    case "description": "description"
    case "usage": "documentation"
    case "license": "licenses"
    default: nil
    }
  }
}
