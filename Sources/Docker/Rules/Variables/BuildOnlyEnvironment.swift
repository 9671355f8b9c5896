import Source

extension DockerfileRule {
  /// What only the build needs is an argument of the build.
  static let buildOnlyEnvironment = DockerfileRule(
    Rule(
      "dockerfile/build-only-environment", .info, "Give ARG what only the build needs, and ENV what the program needs",
      advice: "Write ARG, or set the variable in the RUN that needs it", fix: .unsafe),
    on: .env
  ) { occurrence, inspection, findings in
    guard inspection.shipped.includes(occurrence), !inspection.surroundings.isFragment,
      case .pairs(let pairs) = occurrence.instruction.arguments
    else { return }
    let file = inspection.file
    for pair in pairs where isForBuild(file[pair.name]) {
      let isAlone = pairs.count == 1 && pair.form == .assigned
      findings.report(
        "ENV \(file[pair.name].string) stays in every container, though only the build needs it", at: pair.name.range,
        fix: isAlone
          ? file.replacing(occurrence.instruction.keywordRange, with: "ARG", "Write ARG", isSafe: false) : nil)
    }
  }

  /// Whether a name says what it is for: package managers that ask nothing, checksums, keys of downloads.
  private static func isForBuild(_ name: Bytes) -> Bool {
    if name == "DEBIAN_FRONTEND" || name == "DEBIAN_PRIORITY" || name == "APT_KEY_DONT_WARN_ON_DANGEROUS_USAGE" {
      return true
    }
    let endings: [StaticString] = [
      "_SHA", "_SHA1", "_SHA256", "_SHA512", "_SHA256SUM", "_CHECKSUM", "_MD5", "_DOWNLOAD_URL", "_DOWNLOAD_SHA256",
      "_GPG_KEY", "_GPG_KEYS", "_TARBALL_URL", "_DIGEST",
    ]
    return endings.contains { name.hasSuffix($0) }
  }
}
