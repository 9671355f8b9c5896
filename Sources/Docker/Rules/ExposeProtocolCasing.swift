import Source

extension DockerfileRule {
  /// The protocol of a port is in lower case.
  static let exposeProtocolCasing = DockerfileRule(
    Rule(
      "dockerfile/expose-protocol-casing", .info, "Write the protocol of a port in lower case",
      advice: "Write 'tcp', 'udp' or 'sctp'",
      aliases: ["ExposeProtoCasing"]),
    on: .expose
  ) { occurrence, inspection, findings in
    guard !occurrence.isTrigger, case .words(let words, _) = occurrence.instruction.arguments else { return }
    let file = inspection.file
    for word in words {
      guard let port = try? PortSpec(file[word]), let name = port.transportBytes,
        name.contains(where: { $0.isCapital })
      else { continue }
      let lowercase = name.lowercased[...].string
      findings.report(
        "Protocol '\(name.string)' of port '\(file[word].string)' is in capitals", at: name.range,
        fix: file.replacing(name.range, with: lowercase, "Write '\(lowercase)'", isSafe: true))
    }
  }
}
