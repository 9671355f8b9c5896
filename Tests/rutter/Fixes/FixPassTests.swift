import Source
import Testing

@testable import rutter

@Suite("Fixes of a file, pass by pass")
struct FixPassTests {
  private static let rule = Rule("test/rule", .info, "Test", advice: "Test")

  private static func diagnostic(_ edits: [(Int, Int, String)], isSafe: Bool = true, rule: Rule = rule) -> Diagnostic {
    let edits = edits.map { Fix.Edit(SourceRange($0.0, $0.1), $0.2) }
    return Diagnostic(
      rule, "", at: Place(path: "f", range: SourceRange(at: 0)), fix: Fix("", isSafe: isSafe, edits: edits))
  }

  @Test(arguments: [
    ("one", "abc", [[(1, 2, "X")]], "aXc", 1),
    ("two that are apart", "abc", [[(2, 3, "Y")], [(0, 1, "X")]], "XbY", 2),
    ("neighbours", "abc", [[(0, 1, "X")], [(1, 2, "Y")]], "XYc", 2),
    ("the first of two that overlap", "abcd", [[(1, 3, "Y")], [(0, 2, "X")]], "Xcd", 1),
    ("an insertion at an edge is an overlap", "abc", [[(0, 1, "X")], [(1, 1, "Y")]], "Xbc", 1),
    ("two insertions at one place", "ab", [[(1, 1, "X")], [(1, 1, "Y")]], "aXb", 1),
    ("all edits of a fix or none", "abcdef", [[(0, 1, "X"), (4, 5, "X")], [(2, 3, "Y")]], "XbcdXf", 1),
    ("past the end", "abc", [[(2, 4, "X")]], "abc", 0),
    ("one that changes nothing", "abc", [[(1, 2, "b")]], "abc", 0),
  ])
  func `takes what does not touch`(
    name: String, text: String, fixes: [[(Int, Int, String)]], expected: String, count: Int
  ) {
    let pass = FixPass(fixes.map { Self.diagnostic($0) }, to: Array(text.utf8), unsafely: false)
    #expect(String(decoding: pass.bytes, as: UTF8.self) == expected, "\(name)")
    #expect(pass.count == count, "\(name)")
  }

  @Test func `what is not safe waits to be asked for`() {
    let unsafe = Self.diagnostic([(0, 1, "X")], isSafe: false)
    #expect(FixPass([unsafe], to: Array("a".utf8), unsafely: false).count == 0)
    #expect(FixPass([unsafe], to: Array("a".utf8), unsafely: true).bytes == Array("X".utf8))
  }

  @Test func `the order of the findings does not matter`() {
    let other = Rule("test/other", .info, "Test", advice: "Test")
    let fixes = [
      Self.diagnostic([(0, 2, "rule")]), Self.diagnostic([(0, 2, "other")], rule: other),
      Self.diagnostic([(1, 3, "later")]),
    ]
    let text = Array("abcd".utf8)
    #expect(FixPass(fixes, to: text, unsafely: false).bytes == Array("othercd".utf8))
    #expect(FixPass(fixes.reversed(), to: text, unsafely: false).bytes == Array("othercd".utf8))
  }

  @Test func `bytes that are no text stay as they are`() {
    let text: [UInt8] = [0x61, 0xFF, 0x62, 0x63]
    #expect(FixPass([Self.diagnostic([(0, 3, "X")])], to: text, unsafely: false).count == 0)
    #expect(FixPass([Self.diagnostic([(3, 4, "X")])], to: text, unsafely: false).bytes == [0x61, 0xFF, 0x62, 0x58])
  }

  @Test(arguments: [
    ("a\r\nb\r\n", 3, "a\r\nX\r\nb\r\n"), ("a\nb\n", 2, "a\nX\nb\n"), ("a\r\nb", 3, "a\r\nX\r\nb"), ("b", 0, "X\nb"),
  ])
  func `a new line ends as the others do`(text: String, offset: Int, expected: String) {
    let pass = FixPass([Self.diagnostic([(offset, offset, "X\n")])], to: Array(text.utf8), unsafely: false)
    #expect(Array(pass.bytes) == Array(expected.utf8))
  }
}
