import Source
import TestSupport
import Testing

@testable import rutter

@Suite("Old findings")
struct BaselineTests {
  private static let rule = Rule("test/rule", .error, "Test", advice: "Test")
  private static let other = Rule("test/other", .error, "Test", advice: "Test")

  private static func findings(_ text: String, _ places: [(Rule, Int)], path: String = "a.md") -> [Finding] {
    let diagnostics = places.map { rule, offset in
      Diagnostic(rule, "\(offset)", at: Place(path: path, range: SourceRange(at: offset)))
    }
    return Report(diagnostics).findings { _ in Array(text.utf8) }
  }

  private static func baseline(_ findings: [Finding]) -> Baseline {
    Baseline(emptyIn: "baseline.json").updated(findings, in: Checked(), RuleChoice())
  }

  @Test func `an old finding is known where its line has moved and is indented`() {
    let old = Self.baseline(Self.findings("one\ntwo\n", [(Self.rule, 4)]))
    let moved = Self.findings("new\n\n  two \none\n", [(Self.rule, 7), (Self.rule, 12)])
    #expect(old.newFindings(moved).new.map(\.start.line) == [4])
  }

  @Test func `the rule, the file and the text count`() {
    let old = Self.baseline(Self.findings("one\n", [(Self.rule, 0)]))
    #expect(old.newFindings(Self.findings("one\n", [(Self.other, 0)])).new.count == 1)
    #expect(old.newFindings(Self.findings("one!\n", [(Self.rule, 0)])).new.count == 1)
    #expect(old.newFindings(Self.findings("one\n", [(Self.rule, 0)], path: "b.md")).new.count == 1)
    #expect(old.newFindings(Self.findings("one\n", [(Self.rule, 0)], path: "./x/../a.md")).new.isEmpty)
  }

  @Test func `findings in lines that say the same are counted`() {
    let old = Self.baseline(Self.findings("one\none\n", [(Self.rule, 0), (Self.rule, 4)]))
    let more = Self.findings("one\none\none\n", [(Self.rule, 0), (Self.rule, 4), (Self.rule, 8)])
    #expect(old.newFindings(more).new.count == 1)
    #expect(old.newFindings(Self.findings("one\n", [(Self.rule, 0)])).rest.total == 1)
  }

  @Test func `what is written is read again`() throws {
    try TemporaryFolder.with { folder in
      let file = folder.path("deep/baseline.json")
      let findings = Self.findings(
        "one\ntwo\n", [(Self.rule, 0), (Self.rule, 1), (Self.other, 4)], path: folder.path("a.md"))
      let written = Baseline(emptyIn: file).updated(findings, in: Checked(), RuleChoice())
      try written.write()
      let read = try Baseline(reading: file)
      #expect(read.known.counts == written.known.counts)
      #expect(read.known.total == 3)
      #expect(folder.text("deep/baseline.json")?.contains("\"path\":\"../a.md\"") == true)
    }
  }
}

@Suite("Names of paths")
struct PathNameTests {
  @Test(arguments: [
    ("/a/b", "/a", "b"), ("/a", "/a/b", ".."), ("/a/c", "/a/b", "../c"), ("/a", "/a", "."), ("/b", "/", "b"),
  ])
  func `are told from a folder`(path: String, folder: String, expected: String) {
    #expect(PathName.relative(path, to: folder) == expected)
  }

  @Test func `are made whole`() {
    #expect(PathName.absolute("/a/./b/../c/") == "/a/c")
    #expect(PathName.absolute("x") == PathName.workingFolder + "/x")
    #expect(PathName.absolute("/../..") == "/")
  }
}
