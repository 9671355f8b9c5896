import TestSupport
import Testing

/// A text that is made to keep a parser busy.
struct HostileNote: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// Each grows with the square of its length, or worse, in a parser that looks back or ahead.
  static let all: [HostileNote] = [
    HostileNote("emphasis opened and never closed", times(20_000, "*a **b ")),
    HostileNote("emphasis closed and never opened", times(20_000, "a* b_ ")),
    HostileNote("emphasis of two kinds", times(20_000, "*a_ ")),
    HostileNote("emphasis within emphasis", times(8_000, "*a **b ") + times(8_000, "c** d*")),
    HostileNote("brackets opened", times(40_000, "[a")),
    HostileNote("brackets closed", times(40_000, "a]")),
    HostileNote("links within links", times(10_000, "[") + "a" + times(10_000, "](b)")),
    HostileNote("images within images", times(10_000, "![") + "a" + times(10_000, "](b)")),
    HostileNote("link targets in angles", times(20_000, "[a](<b")),
    HostileNote("link targets in parentheses", "[a](" + times(40_000, "(")),
    HostileNote("backticks of every length", (1...600).map { "e" + times($0, "`") }.joined()),
    HostileNote("tags that never end", times(20_000, "<a b=")),
    HostileNote("comments that never end", times(20_000, "<!-- a ")),
    HostileNote("declarations that never end", times(20_000, "<!A ") + times(20_000, "<?") + times(5_000, "<![CDATA[")),
    HostileNote("entities that are none", times(40_000, "&a")),
    HostileNote("references to one name", (0..<5_000).map { "[r\($0)]: /u\n" }.joined() + times(5_000, "[r1]")),
    HostileNote("references without a definition", times(20_000, "[a][b] ")),
    HostileNote("quotes and lists in turn", times(400, "> - ") + "a"),
    HostileNote("lists one blank deeper a line", (0..<400).map { times($0, " ") + "- a\n" }.joined()),
    HostileNote("lazy lines", times(200, ">") + "a\n" + times(20_000, "a\n")),
    HostileNote("blank lines in a list", "- a\n" + times(50_000, "\n") + "  b"),
    HostileNote("headings without text", times(20_000, "#\n")),
    HostileNote("headings of one name", times(10_000, "# a\n")),
    HostileNote("rows of a table", "| a |\n|---|\n" + times(20_000, "| b |\n")),
    HostileNote(
      "columns of a table", times(5_000, "|a") + "|\n" + times(5_000, "|-") + "|\n" + times(5_000, "|b") + "|\n"),
    HostileNote("almost tables", times(10_000, "| a | b |\n")),
    HostileNote(
      "wide head, many short rows", times(1_000, "|a") + "|\n" + times(1_000, "|-") + "|\n" + times(1_000, "|b\n")),
    HostileNote(
      "footnotes", (0..<5_000).map { "[^f\($0)] " }.joined() + "\n\n" + (0..<5_000).map { "[^f\($0)]: a\n\n" }.joined()),
    HostileNote("footnotes that are not defined", times(20_000, "[^a] ")),
    HostileNote("footnotes that name themselves", "[^a]\n\n[^a]: " + times(10_000, "[^a] ")),
    HostileNote("wikilinks opened", times(20_000, "[[a")),
    HostileNote("wikilinks of nothing", times(20_000, "[[a|]]")),
    HostileNote("unknown topics", (0..<3_000).map { "[[Topc \($0)]] " }.joined()),
    HostileNote("embeds of nothing", times(5_000, "![[a]]\n\n")),
    HostileNote("marks opened", times(20_000, "==a ")),
    HostileNote("marks of signs", times(40_000, "=")),
    HostileNote("tildes", times(20_000, "~~a ") + times(40_000, "~")),
    HostileNote("addresses", times(10_000, "https://a") + times(5_000, " www.a")),
    HostileNote("an address that never ends", "https://a.b/" + times(40_000, "(")),
    HostileNote("an address of signs", "https://a.b/" + times(40_000, "&amp;.)")),
    HostileNote("definitions", times(10_000, "a\n: b\n")),
    HostileNote("definitions of definitions", "a\n" + times(2_000, ": ") + "b"),
    HostileNote("callouts in callouts", (1...300).map { times($0, "> ") + "[!NOTE]\n" }.joined()),
    HostileNote("fences that never end", (3...600).map { times($0, "`") + "\n" }.joined()),
    HostileNote("a fence of one long line", "```yaml\n" + times(200_000, "{[\"") + "\n```\n"),
    HostileNote("a shell of quotes", "```sh\n" + times(40_000, "\"$(`") + "\n```\n"),
    HostileNote("heredocs", "```dockerfile\n" + times(10_000, "RUN <<A <<B\n") + "```\n"),
    HostileNote("a long info string", "```yaml " + times(20_000, "a=\"b ") + "\n```\n"),
    HostileNote("tabs", times(3_000, "```sh tab=\"a\"\nb\n```\n")),
    HostileNote("heading ids", times(10_000, "# a {#") + "\n"),
    HostileNote("task lists", times(20_000, "- [ ] [x] ")),
    HostileNote("aliases of front matter", "---\na: &a [x]\n" + times(20_000, "b: *a\n") + "---\n"),
    HostileNote(
      "front matter that laughs",
      "---\na0: &a0 [x, x]\n" + (1..<60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        + "tags: *a59\naliases: *a59\n---\n"),
    HostileNote("front matter nested deep", "---\ntags: " + times(20_000, "[") + "\n---\n"),
    HostileNote("front matter that never ends", "---\n" + times(100_000, "a: b\n")),
    HostileNote("a million blanks", times(1_000_000, " ") + "a"),
    HostileNote("bytes of zero", times(100_000, "\u{0}")),
  ]
}

@Suite("Hostile notes end", .needsBuild, .needsRelease)
struct HostileNotesTests {
  @Test(arguments: HostileNote.all)
  func `in time, without a crash, and as a page`(note: HostileNote) throws {
    try TemporaryFolder.with { folder in
      try folder.write("# Home\n", to: "content/index.md")
      try folder.write(note.text + "\n\nlast words\n", to: "content/note.md")
      let outcome = try Rutter.run(["build", "--quiet"], in: folder, seconds: 20)
      #expect(!outcome.timedOut)
      #expect(outcome.exit == 0, "\(outcome.errors.prefix(500))")
      #expect(folder.text("public/note/index.html")?.contains("last words") == true)
    }
  }

  @Test func `a note of fifty megabytes`() throws {
    try TemporaryFolder.with { folder in
      let paragraph = "Some *words* with `code` and a [link](index.md), and a few more to fill the line up.\n\n"
      let text = String(repeating: paragraph, count: 50_000_000 / paragraph.utf8.count)
      try folder.write("# Home\n", to: "content/index.md")
      try folder.write("# Large\n\n" + text + "last words\n", to: "content/large.md")
      let outcome = try Rutter.run(["build", "--quiet"], in: folder, seconds: 120)
      #expect(outcome.exit == 0, "\(outcome.errors.prefix(500))")
      #expect(try FileStamp(folder.path("public/large/index.html")).inode != nil)
    }
  }

  @Test func `a hundred thousand empty notes`() throws {
    try TemporaryFolder.with { folder in
      let make = "mkdir content && cd content && seq -f '%06.0f.md' 1 100000 | xargs touch && echo '# Home' > index.md"
      #expect(try Command(shell: make, in: folder.path).run().exit == 0)
      let outcome = try Rutter.run(["build", "--quiet"], in: folder, seconds: 240)
      #expect(!outcome.timedOut)
      #expect(outcome.exit == 0, "\(outcome.errors.prefix(500))")
      #expect(folder.text("public/099999/index.html") != nil)
    }
  }
}
