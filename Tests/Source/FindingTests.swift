import Source
import Testing

@Suite("Findings show the line that they stand in")
struct FindingTests {
  private static let rule = Rule("tests/rule", .info, "Be found", advice: "Nothing")

  private static func finding(in text: String, at start: Int, _ count: Int) -> Finding? {
    let place = Place(path: "a", range: SourceRange(start, start + count))
    let report = Report([Diagnostic(rule, "Found", at: place)])
    return report.findings { _ in Array(text.utf8) }.first
  }

  @Test func `a line is shown whole`() throws {
    let finding = try #require(Self.finding(in: "one\ntwo\nthree\n", at: 5, 2))
    #expect(String(decoding: finding.line, as: UTF8.self) == "two")
    #expect((finding.start.line, finding.start.column, finding.lineOffset) == (2, 2, 0))
  }

  @Test(arguments: [0, 9_999, 15_000, 29_998])
  func `of a very long line the part around the place is shown`(start: Int) throws {
    let finding = try #require(Self.finding(in: "x\n" + String(repeating: "€", count: 10_000), at: start + 2, 1))
    let offset = finding.start.column - 1 - finding.lineOffset
    #expect(finding.line.count <= 2_006 && finding.line.indices.contains(offset))
    #expect(finding.start.column == start + 1)
    #expect(!String(decoding: finding.line, as: UTF8.self).contains("\u{FFFD}"), "no character is cut in two")
  }
}
