import Source

/// A stretch of a body's HTML as plain text: without tags, with characters in the place of references to them, and one
/// space for each run of blanks.
package struct PlainHTML {
  private(set) var bytes: [UInt8] = []
  /// Where code stands in `bytes`: a full stop in it ends no sentence.
  private var code: [Range<Int>] = []
  private var codeStart: Int?
  private var isSilent = false

  init() {}

  /// The text of a piece of HTML, without a blank at its end.
  package static func text(of html: ArraySlice<UInt8>) -> String {
    var text = PlainHTML()
    text.read(html)
    if text.bytes.last == 0x20 { text.bytes.removeLast() }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Adds HTML.
  mutating func read(_ html: ArraySlice<UInt8>) {
    var index = html.startIndex
    while index < html.endIndex {
      switch html[index] {
      case UInt8(ascii: "<"):
        guard let close = html[index...].firstIndex(of: UInt8(ascii: ">")) else { return }
        tag(html[index...close])
        index = close + 1
      case UInt8(ascii: "&"):
        let (character, end) = Self.reference(html, at: index)
        if !isSilent { for byte in character { append(byte) } }
        index = end
      case let byte:
        if !isSilent { append(byte) }
        index += 1
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    guard byte.isSpace else { return bytes.append(byte) }
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  // MARK: Tags

  private mutating func tag(_ tag: ArraySlice<UInt8>) {
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let name = Self.name(of: tag)
    switch name {
    case "code", "kbd", "samp":
      if isEnd, let start = codeStart { code.append(start..<bytes.count) }
      codeStart = isEnd ? nil : bytes.count
    // The marks of footnotes and the ways back are no part of what is said.
    case "sup": isSilent = !isEnd
    case "a": isSilent = !isEnd && (isSilent || tag.contains("class=\"backref\""))
    case "br": append(0x20)
    default: break
    }
  }

  private static func name(of tag: ArraySlice<UInt8>) -> Bytes {
    let start = tag.dropFirst(tag.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
    return start.prefix { $0.isLetter || $0.isDigit }
  }

  /// Whether a tag begins or ends a block. All that is not known to stand within a line does.
  static func isBlock(_ tag: ArraySlice<UInt8>) -> Bool {
    switch name(of: tag) {
    case "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "mark", "q", "s",
      "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr":
      false
    default: true
    }
  }

  // MARK: References

  /// The character that a reference stands for, and the place behind it. What is none stays as it is.
  private static func reference(_ html: ArraySlice<UInt8>, at start: Int) -> ([UInt8], end: Int) {
    guard let end = html[start...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else {
      return ([html[start]], start + 1)
    }
    let name = html[start + 1..<end]
    let character: [UInt8]? =
      switch name {
      case "amp": [UInt8(ascii: "&")]
      case "lt": [UInt8(ascii: "<")]
      case "gt": [UInt8(ascii: ">")]
      case "quot": [UInt8(ascii: "\"")]
      case "apos": [UInt8(ascii: "'")]
      case "nbsp": [0x20]
      default: number(name)
      }
    return character.map { ($0, end + 1) } ?? ([html[start]], start + 1)
  }

  private static func number(_ name: Bytes) -> [UInt8]? {
    guard name.first == UInt8(ascii: "#") else { return nil }
    let isHex = name.dropFirst().first.map { $0.lowercased == UInt8(ascii: "x") } ?? false
    let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), value >= 0x20, let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return Array(String(Character(scalar)).utf8)
  }

  // MARK: Sentences

  /// Whether a sentence ends before `place`: behind a full stop, `!` or `?` with a blank behind it, where the next word
  /// could begin one.
  func isSentenceEnd(_ place: Int) -> Bool {
    guard place > 1, place < bytes.count, bytes[place] == 0x20 else { return isWideEnd(place) }
    var mark = place - 1
    while mark > 2 {
      if Self.closers.contains(bytes[mark]) {
        mark -= 1
      } else if bytes[mark - 2] == 0xE2, bytes[mark - 1] == 0x80, bytes[mark] == 0x9D || bytes[mark] == 0x99 {
        mark -= 3
      } else {
        break
      }
    }
    guard !code.contains(where: { $0.contains(mark) }) else { return false }
    switch bytes[mark] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return beginsSentence(place + 1)
    case UInt8(ascii: "."): return beginsSentence(place + 1) && !isAbbreviation(endingAt: mark)
    default: return false
    }
  }

  /// The full stop of scripts that write no blanks.
  private func isWideEnd(_ place: Int) -> Bool {
    place >= 3 && place < bytes.count && bytes[place - 3] == 0xE3 && bytes[place - 2] == 0x80
      && bytes[place - 1] == 0x82
  }

  private func beginsSentence(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    return !(bytes[place] >= UInt8(ascii: "a") && bytes[place] <= UInt8(ascii: "z"))
      || code.contains { $0.contains(place) }
  }

  /// Whether the full stop at `mark` belongs to an abbreviation: "e.g.", "J.", "vs.".
  private func isAbbreviation(endingAt mark: Int) -> Bool {
    let start = bytes[..<mark].lastIndex { $0 == 0x20 || $0 == UInt8(ascii: "(") }.map { $0 + 1 } ?? 0
    let word = bytes[start..<mark]
    if word.count == 1, word.first?.isCapital == true { return true }
    if word.contains(UInt8(ascii: ".")), word.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: ".") }), word.count <= 5 {
      return true
    }
    return Self.abbreviations.contains { word.equalsIgnoringCase($0) }
  }

  private static let closers = Array("\"')]".utf8)
  private static let abbreviations: [StaticString] = [
    "vs", "cf", "approx", "fig", "figs", "dr", "mr", "mrs", "prof", "st", "nos", "vol", "ca", "resp", "incl", "pp",
    "inc",
    "ltd", "jr", "sr",
  ]
}
