import Source

extension DockerfileRule {
  /// ENV and LABEL join a name and its value by `=`.
  static let keyValueForm = DockerfileRule(
    Rule(
      "dockerfile/key-value-form", .info, "Write '=' between name and value in ENV and LABEL",
      advice: "Write 'name=value', with quotes around a value that has blanks",
      aliases: ["LegacyKeyValueFormat"], fix: .safe),
    on: .env, .label
  ) { occurrence, inspection, findings in
    guard !occurrence.isTrigger, case .pairs(let pairs) = occurrence.instruction.arguments else { return }
    for pair in pairs where pair.form == .legacy {
      let name = inspection.file[pair.name].string
      findings.report(
        "\(occurrence.instruction.keyword?.name ?? "") '\(name)' lacks '=' before its value", at: pair.name.range,
        fix: inspection.file.assignment(of: pair))
    }
  }
}

extension Dockerfile {
  /// Puts `=` between a name and its value, with quotes around what is more than a word; nothing where quotes or escape
  /// characters stand in that already.
  fileprivate func assignment(of pair: Pair) -> Fix? {
    guard let value = pair.value, self[pair.name].allSatisfy({ Self.isPlain($0) }) else { return nil }
    let gap = text.rangeInFile(SourceRange(pair.name.range.end, value.range.start))
    guard gap.count == value.range.start - pair.name.range.end else { return nil }
    let words = WordReader.words(in: self[value], escape: escape)
    if words.count == 1, words.first == value.range {
      return Fix("Write '='", isSafe: true, edits: [Fix.Edit(gap, "=")])
    }
    let isQuotable = self[value].allSatisfy { byte in
      byte != escape && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
    guard isQuotable else { return nil }
    let end = SourceRange(at: text.rangeInFile(value.range).end)
    return Fix("Write '=' and quotes", isSafe: true, edits: [Fix.Edit(gap, "=\""), Fix.Edit(end, "\"")])
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isNameByte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }
}
