import Source
import TestSupport
import Testing

@testable import Docker

@Suite("The exec form")
struct JSONArrayTests {
  /// The strings that a text is, with `|` between them; what else it is in words.
  private func read(_ text: Bytes) -> String {
    switch JSONArray(text) {
    case .strings(let words):
      let all = Array(text)
      return words.map { ($0.decoded ?? Array(all[$0.range.start..<$0.range.end]))[...].string }.joined(separator: "|")
    case .others(let range): return "other at \(range.start)..<\(range.end)"
    case .malformed(let flaw): return "\(flaw.kind) at \(flaw.range.start)..<\(flaw.range.end)"
    }
  }

  @Test(arguments: [
    ("[]", ""), ("[ ]", ""), (#"["a"]"#, "a"), (#"[ "a" , "b c" ]"#, "a|b c"), ("[\n\t\"a\"\r]", "a"), (#"[""]"#, ""),
    (#"["a\"b\\c\/d\b\f\n\r\t"]"#, "a\"b\\c/d\u{8}\u{C}\n\r\t"), (#"["\u0041\u00e9\u20AC"]"#, "Aé€"),
    (#"["\ud83d\ude00"]"#, "😀"), (#"["\ud83d"]"#, "\u{FFFD}"), (#"["\ude00\ud83d"]"#, "\u{FFFD}\u{FFFD}"),
    (#"["\ud83dx\ud83d\ud83d\ude00"]"#, "\u{FFFD}x\u{FFFD}😀"), (#"["\u0000"]"#, "\u{0}"),
    ("[\"caf\u{E9} 😀\"]", "café 😀"),
    ("[\"\u{7F}\"]", "\u{7F}"),
  ])
  func `an array of strings is the exec form`(text: String, expected: String) {
    #expect(read(bytes(text)) == expected)
  }

  @Test(arguments: [
    ("[1️⃣12️⃣]"), (#"["a", 1️⃣null2️⃣, 3]"#), ("[1️⃣true2️⃣]"), ("[1️⃣false2️⃣ ]"), (#"[1️⃣{"a": ["b"]}2️⃣, "c"]"#),
    (#"["a", 1️⃣["b", 1]2️⃣]"#), ("[1️⃣-0.5e+102️⃣]"), ("[1️⃣[]2️⃣]"), ("[1️⃣{}2️⃣]"),
    ("[[ ]1️⃣2️⃣]".replacing("[[ ]1️⃣2️⃣]", with: "[1️⃣[ ]2️⃣]")),
  ])
  func `an array with something else is refused`(text: String) {
    let marked = MarkedText(text)
    #expect(read(marked.bytes[...]) == "other at \(marked[1])..<\(marked[2])")
  }

  @Test(arguments: [
    ("[1️⃣'2️⃣a']", "singleQuotes"), ("[1️⃣“2️⃣a”]", "curlyQuotes"), (#"["a"1️⃣,2️⃣]"#, "strayComma"),
    (#"["a",1️⃣,2️⃣ "b"]"#, "strayComma"), ("[1️⃣,2️⃣]", "strayComma"), (#"["a" 1️⃣2️⃣"b"]"#, "missingComma"),
    (#"["a", 1️⃣"2️⃣b]"#, "missingQuote"), (#"["a"1️⃣2️⃣"#, "missingBracket"), ("[1️⃣2️⃣", "missingBracket"),
    (#"["a"] 1️⃣# note2️⃣"#, "trailingText"), (#"["a"]1️⃣;2️⃣"#, "trailingText"), (#"["C:1️⃣\a2️⃣pp"]"#, "badEscape"),
    (#"["1️⃣\u2️⃣12"]"#, "badEscape"), ("[\"a1️⃣\t2️⃣b\"]", "controlCharacter"), ("[ -1️⃣2️⃣f x ] && y", "other"),
    ("[ 1️⃣$2️⃣x = y ]", "other"), (#"[ "$x" 1️⃣=2️⃣ y ]"#, "other"), ("[0122️⃣]".replacing("012", with: "01️⃣1"), "other"),
    ("[1.1️⃣2️⃣]", "other"), ("[1️⃣t2️⃣rue1]".replacing("1️⃣t2️⃣rue1", with: "true1️⃣12️⃣"), "other"),
    (#"[{1️⃣a2️⃣: 1}]"#, "other"), (#"[{"a"1️⃣,2️⃣ 1}]"#, "other"), (#"["a", {"b": 1️⃣]2️⃣}]"#, "other"), ("1️⃣]2️⃣", "other"),
    (#"1️⃣"2️⃣a""#, "other"),
    ("1️⃣2️⃣", "other"), (#"[{"a": 11️⃣,2️⃣}]"#, "strayComma"),
    (#"["\"#, "missingQuote"),
  ])
  func `what is no JSON is the shell form`(text: String, kind: String) {
    let marked = MarkedText(text)
    let place = marked.marks.isEmpty ? "1..<2" : "\(marked[1])..<\(marked[2])"
    #expect(read(marked.bytes[...]) == "\(kind) at \(place)")
  }

  @Test func `bytes that are no text become the replacement character, as in Go`() {
    let text: [UInt8] = Array(#"["a"#.utf8) + [0xFF, 0xC3, 0x28, 0xE2, 0x82] + Array(#""]"#.utf8)
    #expect(read(text[...]) == "a\u{FFFD}\u{FFFD}(\u{FFFD}\u{FFFD}")
    let surrogate: [UInt8] = Array(#"[""#.utf8) + [0xED, 0xA0, 0x80] + Array(#""]"#.utf8)
    #expect(read(surrogate[...]) == "\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test func `brackets may stand within each other ten thousand times`() {
    let deepest = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(read(bytes(deepest)) == "other at 1..<19999")
    #expect(read(bytes("[" + deepest + "]")) == "other at 10000..<10001")
    #expect(read(bytes(String(repeating: "[", count: 1_000_000))) == "other at 10000..<10001")
  }

  @Test func `words stand where their strings do`() {
    let text = Array(##"RUN ["a", "\n"]"##.utf8)
    guard case .strings(let words) = JSONArray(text[4...]) else {
      Issue.record("it is not read as an array")
      return
    }
    #expect(words.map(\.range) == [SourceRange(6, 7), SourceRange(11, 13)])
    #expect(words.map(\.decoded) == [nil, [10]])
  }
}
