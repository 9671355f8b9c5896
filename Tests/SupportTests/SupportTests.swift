import Source
import Testing
import TestSupport

@Suite("The helpers of the tests")
struct SupportTests {
  @Test func `marks are taken out and keep their offsets`() {
    let text = MarkedText("ä 1️⃣b 2️⃣c 10")
    #expect(text.string == "ä b c 10")
    #expect(text[1] == 3)
    #expect(text.range(1, 2).count == 2)
    #expect(text.marks.count == 2)
  }

  @Test func `a missing mark fails the test`() {
    withKnownIssue { _ = MarkedText("no mark")[1] }
  }

  @Test func `an archive is read into files`() {
    let archive = TextArchive("why\n-- a/b.md --\none\n\ntwo\n-- c: contains --\n-- d --\nlast")
    #expect(archive.comment == "why\n")
    #expect(archive.sections.map(\.name) == ["a/b.md", "c: contains", "d"])
    #expect(archive.sections.map(\.content) == ["one\n\ntwo\n", "", "last"])
  }

  @Test func `a difference shows the changed lines and their neighbours`() throws {
    let old = (1...20).map(String.init).joined(separator: "\n")
    let new = old.replacing("\n10\n", with: "\nten\n")
    let difference = try #require(TextDifference(expected: old, actual: new))
    #expect(difference.description == " 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n⋯")
    #expect(TextDifference(expected: old, actual: old) == nil)
  }

  @Test func `a golden file that differs fails the test`() {
    expectGolden("one\ntwo\n", "example.txt")
    if Repository.environment("UPDATE_GOLDEN") == nil {
      withKnownIssue { expectGolden("one\n2\n", "example.txt") }
      withKnownIssue { expectGolden("", "missing.txt") }
    }
  }

  @Test func `random numbers are the same in every run`() {
    var random = Random(seed: 7)
    #expect(random.next() == 0x63CB_E1E4_5932_0DD7)
    #expect((0..<3).map { _ in random.int(1...6) }.allSatisfy { (1...6).contains($0) })
  }

  @Test func `a temporary folder holds what is written and vanishes`() throws {
    let path = try TemporaryFolder.with { folder in
      try folder.write(TextArchive("-- a/b.md --\none\n-- c.md --\n"))
      try folder.link("a/loop", to: "..")
      #expect(folder.files() == ["a/b.md", "a/loop", "c.md"])
      #expect(folder.text("a/b.md") == "one\n")
      return folder.path
    }
    #expect(Repository.files(below: path, extensions: ["md"]).isEmpty)
  }

  @Test func `a command tells its exit and what it said`() throws {
    try TemporaryFolder.with { folder in
      let outcome = try Command(shell: "echo out; echo err >&2; exit 3", in: folder.path).run()
      #expect(outcome.exit == 3)
      #expect(outcome.output == "out\n")
      #expect(outcome.errors == "err\n")
      let hanging = try Command(shell: "sleep 60", in: folder.path).run(seconds: 0.1)
      #expect(hanging.timedOut)
      #expect(hanging.exit == 137)
    }
  }
}
