import Source

extension DockerfileRule {
  /// EXPOSE names ports of the container alone.
  static let exposeContainerPort = DockerfileRule(
    Rule(
      "dockerfile/expose-container-port", .warning, "Expose ports of the container alone",
      advice: "Leave out the address and port of the host, and give them to 'docker run -p'",
      aliases: ["ExposeInvalidFormat"]),
    on: .expose
  ) { occurrence, inspection, findings in
    guard !occurrence.isTrigger, case .words(let words, _) = occurrence.instruction.arguments else { return }
    let file = inspection.file
    for word in words {
      guard let port = try? PortSpec(file[word]), let host = port.host else { continue }
      findings.report(
        "Host part '\(host.string)' of port '\(file[word].string)' means nothing; only 'docker run -p' takes one",
        at: host.range, fix: file.replacing(host.range, with: "", "Remove '\(host.string)'", isSafe: true))
    }
  }
}
