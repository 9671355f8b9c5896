import Source

extension DockerfileRule {
  /// A label's name is made as Docker asks.
  static let labelName = DockerfileRule(
    Rule(
      "dockerfile/label-name", .info, "Name labels in lower case, with dots between",
      advice: "Use a-z, 0-9, '.', '-', '_' and '/', beginning with a letter",
      aliases: ["DL3048"]),
    on: .label
  ) { occurrence, inspection, findings in
    guard case .pairs(let pairs) = occurrence.instruction.arguments else { return }
    for pair in pairs {
      // In an instruction of thousands of labels nobody looks for variables.
      let name = pairs.count < 1000 ? name(pair.name, occurrence, inspection) : inspection.literal(pair.name)
      guard let name, let fault = fault(in: name) else { continue }
      findings.report("Label '\(name.string)' \(fault)", at: pair.name.range)
    }
  }

  /// A name without its quotes; nothing where a variable gives a part of it, for all that the file says.
  private static func name(_ word: Word, _ occurrence: Occurrence, _ inspection: Inspection) -> Bytes? {
    if let name = inspection.literal(word) { return name }
    guard !occurrence.isTrigger, !inspection.isExcerpt else { return nil }
    let uses = inspection.plan.steps[occurrence.index].expansion(of: word)?.uses ?? []
    return uses.contains { $0.isDeclared } ? nil : inspection.file[word]
  }

  private static func fault(in name: Bytes) -> String? {
    guard let first = name.first, let last = name.last else { return nil }
    for reserved: StaticString in ["com.docker.", "io.docker.", "org.dockerproject."] where name.hasPrefix(reserved) {
      return "is in '\(reserved.description)*', which Docker keeps for itself"
    }
    if let byte = name.first(where: { !mayStand($0) }) {
      return byte.isCapital ? "has capitals" : "has other characters than letters, digits, '.', '-', '_' and '/'"
    }
    if !first.isLetter { return "does not begin with a letter" }
    if !last.isLetter && !last.isDigit { return "does not end with a letter or digit" }
    return name.contains("..") || name.contains("--") ? "has two separators in a row" : nil
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    byte.isNameByte && !byte.isCapital || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/")
  }
}
