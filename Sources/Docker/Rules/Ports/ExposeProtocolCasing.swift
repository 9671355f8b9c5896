import Source

extension DockerfileRule {
  /// The protocol of a port is in lower case.
  static let exposeProtocolCasing = DockerfileRule(
    Rule(
      "dockerfile/expose-protocol-casing", .info, "Write the protocol of a port in lower case",
      advice: "Write 'tcp', 'udp' or 'sctp'",
      aliases: ["ExposeProtoCasing"], fix: .safe),
    on: .expose
  ) { occurrence, inspection, findings in
    for exposed in inspection.ports(exposedBy: occurrence) {
      guard let name = exposed.port.transportBytes, name.contains(where: { $0.isCapital }) else { continue }
      let (range, lowercase) = (exposed.place(of: name), name.lowercased[...].string)
      let fix =
        exposed.isWritten
        ? inspection.file.replacing(range, with: lowercase, "Write '\(lowercase)'", isSafe: true) : nil
      findings.report(
        "Protocol '\(name.string)' of port '\(exposed.text.string)' is in capitals", at: range, fix: fix)
    }
  }
}
