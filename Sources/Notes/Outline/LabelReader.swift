import Markdown
import Source

/// Finds the label at the start of a bullet: what is bold, or code, or stands before a colon or a dash.
struct LabelReader {
  let text: InlineText
  let bytes: [UInt8]
  let code: [Bool]
  /// The text without blanks at its ends.
  let whole: Range<Int>

  /// The most words that a label has, and the most bytes.
  static let mostWords = 6
  private static let mostBytes = 120

  init(_ text: InlineText) {
    self.text = text
    bytes = text.bytes
    code = text.codeMask
    let start = bytes.firstIndex { !$0.isSpace } ?? 0
    let end = bytes.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? start
    whole = start..<end
  }

  func words(_ range: Range<Int>) -> SentenceWords { SentenceWords(bytes, range, code: code) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The label that the text begins with.
  var label: Label? {
    guard !whole.isEmpty else { return nil }
    return boldLabel ?? codeLabel ?? separatedLabel
  }

  // MARK: Bold

  private var boldLabel: Label? {
    let end = text.pieces.first { !$0.range.isEmpty && !$0.isStrong }?.range.lowerBound ?? whole.upperBound
    guard end > whole.lowerBound else { return nil }
    let strong = trimmed(whole.lowerBound..<min(end, whole.upperBound))
    let behind = skipParenthesis(from: min(end, whole.upperBound))
    let hasMark = strong.upperBound < min(end, whole.upperBound) || isMark(at: behind)
    var label = Label(mark: .bold, range: strong, rest: skipMarks(from: behind), names: [])
    label.isSubject = !hasMark && label.rest < whole.upperBound
    guard isName(strong) else { return nil }
    name(&label, whole.lowerBound..<behind)
    return label
  }

  // MARK: Code

  private var codeLabel: Label? {
    guard code[whole.lowerBound] else { return nil }
    var spans: [Range<Int>] = []
    var end = whole.lowerBound
    for piece in text.pieces where piece.range.lowerBound >= end {
      if piece.kind == .code {
        spans.append(piece.range)
        end = piece.range.upperBound
      } else if !isJoint(piece) {
        break
      }
    }
    let isBare = end >= whole.upperBound
    guard isBare || isMark(at: end) || saysWhatItDoes(spans, from: end) else { return nil }
    var label = Label(mark: .code, range: whole.lowerBound..<end, rest: skipMarks(from: end), names: [])
    label.isSubject = !isBare && !isMark(at: end)
    label.names = spans.map { Self.name(ofCode: string($0)) }
    label.syntax = spans.map { string($0) }
    if label.names == label.syntax { label.syntax = [] }
    return label
  }

  /// Whether a piece only joins two code spans: `-P` and `--publish-all`.
  private func isJoint(_ piece: InlineText.Piece) -> Bool {
    guard piece.kind == .text, piece.range.upperBound < whole.upperBound, code[piece.range.upperBound] else {
      return false
    }
    return ["and", "or", ",", "/", "|", ", or", ", and", "and/or"].contains(
      string(piece.range).trimmingBlanks)
  }

  /// Whether the words behind code at `end` say what it does: an option always does something; behind a command stands a
  /// verb, and not a noun that the command belongs to.
  private func saysWhatItDoes(_ spans: [Range<Int>], from end: Int) -> Bool {
    guard let first = spans.first else { return false }
    if bytes[first.lowerBound] == UInt8(ascii: "-") { return true }
    let words = words(end..<whole.upperBound).all
    guard let verb = words.first, WordClasses.isThirdPerson(verb.folded) || verb.folded == "to" else { return false }
    guard !WordClasses.finiteVerbs.contains(verb.folded) || WordClasses.singularVerbs.contains(verb.folded) else {
      return false
    }
    return words.count < 2 || !WordClasses.finiteVerbs.contains(words[1].folded)
  }

  /// The name in a piece of code: what stands before the first thing to be filled in.
  ///
  ///     name(ofCode: "-p [host:]port")        // "-p"
  ///     name(ofCode: "git branch <name>")     // "git branch"
  static func name(ofCode code: String) -> String {
    var words: [Substring] = []
    for word in code.split(separator: " ") {
      let cut = word.firstIndex { "<[{".contains($0) } ?? (isAssigned(word) ? word.firstIndex(of: "=") : nil)
      if let cut {
        let name = word[..<cut].prefix { $0 != "=" }
        if !name.isEmpty { words.append(name) }
        break
      }
      guard !word.hasPrefix("\""), !word.hasPrefix("'"), !word.hasPrefix("…"), !word.hasPrefix("...") else { break }
      words.append(word)
      if words[0].hasPrefix("-") { break }
    }
    let name = words.joined(separator: " ")
    return name.isEmpty ? code : name
  }

  /// Whether what stands behind an equals sign is to be filled in: nothing, or a choice; of a switch, anything.
  private static func isAssigned(_ word: Substring) -> Bool {
    word.hasPrefix("-") || word.hasSuffix("=") || word.contains("|")
  }

  // MARK: Separators

  private var separatedLabel: Label? {
    guard let mark = separator else { return nil }
    let range = trimmed(whole.lowerBound..<mark.lowerBound)
    guard !range.isEmpty, isName(range) else { return nil }
    var label = Label(mark: .separator, range: range, rest: skipBlanks(from: mark.upperBound), names: [])
    name(&label, range)
    return label.names.first?.isEmpty == false ? label : nil
  }

  /// Where the first colon or dash stands that separates: not in code, not in parentheses, not behind a sentence.
  private var separator: Range<Int>? {
    var depth = 0
    let end = min(whole.upperBound, whole.lowerBound + Self.mostBytes)
    for index in whole.lowerBound..<end where !code[index] {
      let next = index + 1 < whole.upperBound ? bytes[index + 1] : 0x20
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ".") where depth <= 0 && next.isSpace, UInt8(ascii: "!") where depth <= 0 && next.isSpace,
        UInt8(ascii: "?") where depth <= 0 && next.isSpace:
        if index + 1 < whole.upperBound { return nil }
      case UInt8(ascii: ":") where depth <= 0 && next.isSpace: return index..<index + 1
      default:
        if depth <= 0, let dash = dash(at: index) { return dash }
      }
    }
    return nil
  }

  /// A dash, or an equals sign, with blanks around it.
  private func dash(at index: Int) -> Range<Int>? {
    guard index > whole.lowerBound, bytes[index - 1].isSpace else { return nil }
    let dashes: [StaticString] = ["- ", "-- ", "– ", "— ", "= "]
    for dash in dashes where bytes[index..<whole.upperBound].hasPrefix(dash) {
      return index..<index + dash.utf8CodeUnitCount
    }
    return nil
  }

  // MARK: Marks and blanks

  private func isMark(at index: Int) -> Bool {
    let place = skipBlanks(from: index)
    guard place < whole.upperBound else { return false }
    return bytes[place] == UInt8(ascii: ":") || place > index && dash(at: place) != nil
  }

  private func skipBlanks(from index: Int) -> Int {
    var index = index
    while index < whole.upperBound, bytes[index].isSpace { index += 1 }
    return min(index, whole.upperBound)
  }

  private func skipMarks(from index: Int) -> Int {
    let place = skipBlanks(from: index)
    guard place < whole.upperBound else { return whole.upperBound }
    if bytes[place] == UInt8(ascii: ":") { return skipBlanks(from: place + 1) }
    if let dash = dash(at: place) { return skipBlanks(from: dash.upperBound) }
    return place
  }

  private func skipParenthesis(from index: Int) -> Int {
    let place = skipBlanks(from: index)
    guard place < whole.upperBound, bytes[place] == UInt8(ascii: "("),
      let close = bytes[place..<whole.upperBound].firstIndex(of: UInt8(ascii: ")")), close - place < 60
    else { return index }
    return close + 1
  }

  /// A label's range without the marks at its end and the blanks around it.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let marks = Array(":.-,;".utf8)
    while end > start, bytes[end - 1].isSpace || marks.contains(bytes[end - 1]) && !code[end - 1] { end -= 1 }
    while start < end, bytes[start].isSpace { start += 1 }
    return start..<end
  }
}
