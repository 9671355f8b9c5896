import Source

extension DockerfileRule {
  /// EXPOSE names ports of the container alone.
  static let exposeContainerPort = DockerfileRule(
    Rule(
      "dockerfile/expose-container-port", .warning, "Expose ports of the container alone",
      advice: "Leave out the address and port of the host, and give them to 'docker run -p'",
      aliases: ["ExposeInvalidFormat"], fix: .safe),
    on: .expose
  ) { occurrence, inspection, findings in
    for exposed in inspection.ports(exposedBy: occurrence) {
      guard let host = exposed.port.host else { continue }
      let range = exposed.place(of: host)
      let fix =
        exposed.isWritten
        ? inspection.file.replacing(range, with: "", "Remove '\(host.string)'", isSafe: true) : nil
      findings.report(
        "Host part '\(host.string)' of port '\(exposed.text.string)' means nothing; only 'docker run -p' takes one",
        at: range, fix: fix)
    }
  }
}
