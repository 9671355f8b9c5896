import Source

extension DockerfileRule {
  /// Flags begin with two hyphens, and quotes are straight.
  static let typographicMarks = DockerfileRule(
    Rule(
      "dockerfile/typographic-marks", .warning, "Write straight quotes and plain hyphens",
      advice: "Write '-' and '\"': a word processor or a web page has made them pretty", fix: .unsafe),
    on: .add, .arg, .cmd, .copy, .entrypoint, .env, .from, .healthcheck, .label, .run, .volume
  ) { occurrence, inspection, findings in
    let file = inspection.file
    var reader = MarkReader(line(of: occurrence.instruction, in: file))
    reader.read()
    for dash in reader.dashes { report(dash, in: file, &findings) }
    guard let first = reader.quotes.first else { return }
    let edits = reader.quotes.map { Fix.Edit(file.text.rangeInFile($0), "\"") }
    findings.report(
      "Typographic quote '\(file[first].string)' that quotes nothing, write '\"'", at: first,
      fix: Fix("Write straight quotes", isSafe: false, edits: edits))
  }

  /// What stands behind the keyword, without heredocs.
  private static func line(of instruction: Instruction, in file: Dockerfile) -> Bytes {
    let end = instruction.heredocs.first.map { $0.range.start } ?? instruction.range.end
    return file[SourceRange(instruction.keywordRange.end, max(end, instruction.keywordRange.end))]
  }

  private static func report(_ dash: MarkReader.Dash, in file: Dockerfile, _ findings: inout Findings) {
    let meant = dash.isLong ? "--" : "-"
    findings.report(
      "Typographic dash in '\(file[dash.word].string)', write '\(meant)'", at: dash.word,
      fix: file.replacing(dash.range, with: meant, "Write '\(meant)'", isSafe: false))
  }
}

/// Finds typographic dashes at the front of words, and typographic quotes at the front or the end of words.
///
/// What stands between straight quotes is a text for people, which may be as pretty as it likes.
private struct MarkReader {
  /// A dash in the place of the hyphens of a flag.
  struct Dash {
    let range: SourceRange
    let word: SourceRange
    /// Whether a name of more than one letter follows, as behind `--`.
    let isLong: Bool
  }

  private(set) var dashes: [Dash] = []
  private(set) var quotes: [SourceRange] = []
  private let bytes: Bytes

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  mutating func read() {
    // Nearly no instruction has one: look for the first byte of all of them before anything else.
    guard bytes.contains(0xE2) else { return }
    var quote: UInt8?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = quote == nil ? byte : quote == byte ? nil : quote
      } else if quote == nil, byte == 0xE2 {
        take(at: index)
      }
      index += 1
    }
    if quotes.count == 1, isApostrophe(quotes[0]) { quotes = [] }
  }

  private mutating func take(at index: Int) {
    let mark = bytes[index...].prefix(3)
    let isAtFront = index > bytes.startIndex && Self.opens(bytes[index - 1])
    if mark == "\u{2013}" || mark == "\u{2014}" {
      if isAtFront { takeDash(mark) }
    } else if mark == "\u{201C}" || mark == "\u{201D}" || mark == "\u{2018}" || mark == "\u{2019}" {
      let isAtEnd = mark.endIndex == bytes.endIndex || Self.closes(bytes[mark.endIndex])
      if isAtFront || (!quotes.isEmpty && isAtEnd) { quotes.append(mark.range) }
    }
  }

  private mutating func takeDash(_ mark: Bytes) {
    var rest = bytes[mark.endIndex...]
    while rest.hasPrefix("\u{2013}") || rest.hasPrefix("\u{2014}") { rest = rest.dropFirst(3) }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
    guard let first = name.first, first.isLetter else { return }
    let word = bytes[mark.startIndex...].prefix { !$0.isSpace }
    dashes.append(
      Dash(
        range: SourceRange(mark.startIndex, rest.startIndex), word: word.range,
        isLong: name.count > 1 || rest.startIndex > mark.endIndex))
  }

  /// Whether a lonely mark is the apostrophe of a word.
  private func isApostrophe(_ range: SourceRange) -> Bool {
    bytes[range.start..<range.end] == "\u{2019}"
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ",")
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
  }
}
