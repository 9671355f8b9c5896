import Source

extension DockerfileRule {
  /// The labels of the Open Container Initiative have the names that it gives them.
  static let misspeltLabel = DockerfileRule(
    Rule(
      "dockerfile/misspelt-label", .warning, "Spell the labels of the OCI as its specification does",
      advice: "Correct the name: tools look for the ones of the specification and see no others", fix: .unsafe),
    on: .label
  ) { occurrence, inspection, findings in
    guard case .pairs(let pairs) = occurrence.instruction.arguments else { return }
    let file = inspection.file
    for pair in pairs {
      let name = LabelName.unquoted(file[pair.name])
      guard LabelName.isMeantForImages(name), !LabelName.isKnown(name) else { continue }
      let known = LabelName.known.map { "org.opencontainers.image.\($0)" }
      if let nearest = LabelName.synonym(name) ?? Suggestion.nearest(to: name.string, among: known) {
        findings.report(
          "Label '\(name.string)', did you mean '\(nearest)'?", at: name.range,
          fix: file.replacing(name.range, with: nearest, "Write '\(nearest)'", isSafe: false))
      } else {
        findings.report("Label '\(name.string)' that the OCI specification does not know", at: name.range)
      }
    }
  }
}

/// The names of labels.
///
/// Reference: <https://github.com/opencontainers/image-spec/blob/main/annotations.md>
enum LabelName {
  /// What the specification defines behind `org.opencontainers.image.`.
  static let known: [StaticString] = [
    "created", "authors", "url", "documentation", "source", "version", "revision", "vendor", "licenses", "ref.name",
    "title", "description", "base.digest", "base.name",
  ]

  /// A name without the quotes around it.
  static func unquoted(_ name: Bytes) -> Bytes {
    guard let first = name.first, name.count > 1, first == name.last else { return name }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? name.dropFirst().dropLast() : name
  }

  /// Whether a name begins as those of the specification do, or nearly so.
  static func isMeantForImages(_ name: Bytes) -> Bool {
    let name = name.lowercased[...]
    return ["org.opencontainers.", "org.opencontainer.", "opencontainers.image.", "io.opencontainers.image."].contains {
      (prefix: StaticString) in name.hasPrefix(prefix)
    }
  }

  static func isKnown(_ name: Bytes) -> Bool {
    guard name.hasPrefix("org.opencontainers.image.") else { return isOther(name) }
    let rest = name.dropFirst("org.opencontainers.image.".utf8.count)
    return known.contains { rest == $0 }
  }

  /// Names of other specifications of the same house.
  private static func isOther(_ name: Bytes) -> Bool {
    ["org.opencontainers.artifact.", "org.opencontainers.referrers.", "org.opencontainers.distribution."].contains {
      (prefix: StaticString) in name.hasPrefix(prefix)
    }
  }

  /// The name that is meant by another word for the same thing, or by the word itself behind a beginning that is wrong.
  static func synonym(_ name: Bytes) -> String? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let meant: StaticString
    switch name[(dot + 1)...].lowercased[...] {
    case "name": meant = "title"
    case "license", "licence", "licences": meant = "licenses"
    case "author", "maintainer", "maintainers": meant = "authors"
    case "git", "repository", "repo", "vcs-url": meant = "source"
    case "commit", "sha", "vcs-ref", "git-commit": meant = "revision"
    case "date", "build-date", "builddate": meant = "created"
    case "docs", "doc": meant = "documentation"
    case "summary": meant = "description"
    case "homepage", "website": meant = "url"
    case "organization": meant = "vendor"
    default:
      // The right word behind another beginning.
      guard let same = known.first(where: { name[(dot + 1)...].lowercased[...] == $0 }) else { return nil }
      meant = same
    }
    return "org.opencontainers.image.\(meant)"
  }
}
