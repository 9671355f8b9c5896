import Source

extension DockerfileRule {
  /// What looks like a JSON array is one.
  static let almostJSON = DockerfileRule(
    Rule(
      "dockerfile/almost-json", .error, "Write arrays as JSON",
      advice: "Put each element between '\"', with a comma between two, and nothing behind the ']'", fix: .unsafe),
    on: .add, .cmd, .copy, .entrypoint, .healthcheck, .run, .volume
  ) { occurrence, inspection, findings in
    let (file, instruction) = (inspection.file, occurrence.instruction)
    guard let (range, isCommand) = text(of: instruction) else { return }
    let text = file[range]
    guard text.first == UInt8(ascii: "["), case .malformed(let flaw) = JSONArray(text), flaw.kind != .curlyQuotes,
      isMeantAsArray(text, flaw, of: instruction.keyword)
    else { return }
    let place = flaw.range.isEmpty ? SourceRange(max(range.start, flaw.range.start - 1), flaw.range.start) : flaw.range
    let mended = ArrayMender.mend(text)
    findings.report(
      "\(words(for: flaw.kind)) in what looks like a JSON array: \(isCommand ? "the shell gets it" : "it is split at blanks")",
      at: place,
      fix: mended.flatMap { file.replacing(range, with: $0[...].string, "Write a JSON array", isSafe: false) })
  }

  /// What could be an array, and whether it is a command.
  private static func text(of instruction: Instruction) -> (SourceRange, isCommand: Bool)? {
    guard instruction.heredocs.isEmpty else { return nil }
    switch instruction.arguments {
    case .command(.shell(let range)), .health(_, .shell(let range)): return (range, true)
    case .words(_, isJSON: false): return (instruction.argumentsRange, false)
    default: return nil
    }
  }

  /// Whether a text is not rather the command `[` of a shell, a pattern such as `[ab].txt`, or a gap to fill in.
  private static func isMeantAsArray(_ text: Bytes, _ flaw: JSONFlaw, of keyword: Keyword?) -> Bool {
    let content = text.dropFirst().drop { $0.isSpace }
    guard let first = content.first else { return false }
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
      let isCommand = keyword == .cmd || keyword == .entrypoint
      return isCommand && first.isLetter && content.startIndex == text.startIndex + 1
        && text.contains(UInt8(ascii: ","))
    }
    if flaw.kind == .other, content.contains("...") || content.contains("…") { return false }
    guard keyword == .run || keyword == .healthcheck else { return true }
    guard let end = content.dropFirst().firstIndex(of: first) else { return false }
    return content[(end + 1)...].first { !$0.isSpace } == UInt8(ascii: ",")
  }

  private static func words(for kind: JSONFlaw.Kind) -> StaticString {
    switch kind {
    case .singleQuotes: "Single quotes"
    case .curlyQuotes: "Typographic quotes"
    case .strayComma: "Comma with nothing behind it"
    case .missingComma: "Missing comma"
    case .missingQuote: "Missing '\"'"
    case .missingBracket: "Missing ']'"
    case .trailingText: "Text behind the ']'"
    case .badEscape: "Single '\\'"
    case .controlCharacter: "Tab or line feed"
    case .other: "Element without quotes"
    }
  }
}

/// Makes a JSON array of a text that nearly is one.
private enum ArrayMender {
  /// The array; nothing where it is not clear what is meant.
  static func mend(_ text: Bytes) -> [UInt8]? {
    var text = Array(text)
    // Each round mends one flaw; what has more of them than that is something else.
    for _ in 0..<64 {
      switch JSONArray(text[...]) {
      case .strings: return text
      case .others: return nil
      case .malformed(let flaw): guard mend(flaw, in: &text) else { return nil }
      }
    }
    return nil
  }

  private static func mend(_ flaw: JSONFlaw, in text: inout [UInt8]) -> Bool {
    let start = flaw.range.start
    switch flaw.kind {
    case .strayComma: text.remove(at: start)
    case .missingComma: text.insert(UInt8(ascii: ","), at: start)
    case .missingBracket: text.append(UInt8(ascii: "]"))
    case .badEscape: text.insert(UInt8(ascii: "\\"), at: start)
    case .singleQuotes: return straighten(at: start, in: &text)
    case .missingQuote:
      guard text.last == UInt8(ascii: "]") else { return false }
      text.insert(UInt8(ascii: "\""), at: text.count - 1)
    case .trailingText:
      guard text[start] == UInt8(ascii: "#") || text[start...].allSatisfy({ isNoise($0) }) else { return false }
      text.removeLast(text.count - start)
      while text.last?.isSpace ?? false { text.removeLast() }
    case .curlyQuotes, .controlCharacter, .other: return false
    }
    return true
  }

  private static func isNoise(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "]")
  }

  private static func straighten(at start: Int, in text: inout [UInt8]) -> Bool {
    guard let end = text[(start + 1)...].firstIndex(of: UInt8(ascii: "'")) else { return false }
    let content = text[(start + 1)..<end]
    guard !content.contains(UInt8(ascii: "\"")), !content.contains(UInt8(ascii: "\\")) else { return false }
    text[start] = UInt8(ascii: "\"")
    text[end] = UInt8(ascii: "\"")
    return true
  }
}
