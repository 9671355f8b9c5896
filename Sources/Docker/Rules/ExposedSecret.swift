import Source

extension DockerfileRule {
  /// No password and no key stands in a Dockerfile.
  static let exposedSecret = DockerfileRule(
    Rule(
      "dockerfile/exposed-secret", .warning, "Keep passwords and keys out of Dockerfiles",
      advice: "Take it back where it was issued, and hand a new one to the build: 'RUN --mount=type=secret,…'")
  ) { inspection, findings in
    let file = inspection.file
    for instruction in file.instructions where instruction.keyword != nil {
      for secret in SecretScanner.secrets(in: file[instruction.range]) {
        // Reports are kept and passed on: they show how the secret begins, not what it is.
        let start = file[secret.range].prefix(4).string
        findings.report(
          "Secret '\(start)…', a \(secret.kind): it stays in the history of the image", at: secret.range)
      }
    }
  }
}
