import Markdown
import Source
import Testing

@testable import Notes

@Suite("Cards are read where authors write them, and nowhere else")
struct CardReaderTests {
  private static func reading(_ text: String) -> NoteReader.Reading? {
    NoteReader(settings: Settings()) { _, code, output, _ in
      output.append("<pre>")
      output.append(escaping: code)
      output.append("</pre>")
    }.read(SourceText(path: "content/a.md", bytes: Array(text.utf8)), at: ContentPath("a.md")).first
  }

  /// The parts of each card, between `|`, and its name.
  private static func cards(_ text: String) -> [String] {
    guard let reading = reading(text) else { return [] }
    var cards: [String] = []
    var start = 0
    for hole in reading.body.holes {
      switch hole.kind {
      case .cardStart: cards.append(reading.note.cards[hole.index].pin.map { "^\($0) " } ?? "")
      case .partStart: start = hole.offset
      case .partEnd:
        let part = String(decoding: reading.body.html[start..<hole.offset], as: UTF8.self)
        cards[cards.count - 1] += (hole.index == 0 ? "" : " | ") + part.replacing("\n", with: "")
      default: break
      }
    }
    return cards
  }

  private static func html(_ text: String) -> String {
    reading(text).map { String(decoding: $0.body.html, as: UTF8.self) } ?? ""
  }

  @Test(arguments: [
    ("What is it? :: A layer.", ["What is it? | A layer."]),
    ("What is it?::A layer.", ["What is it? | A layer."]),
    ("What is it?:: A layer.", ["What is it? | A layer."]),
    ("Volume :: A store.", ["Volume | A store."]),
    ("Volume ::: A store.", ["Volume | A store."]),
    ("**Volume**::A store.", ["<strong>Volume</strong> | A store."]),
    ("`EXPOSE` :: `80`", ["<code>EXPOSE</code> | <code>80</code>"]),
    ("- one :: two\n- three :: four\n", ["one | two", "three | four"]),
    ("1. one :: two", ["one | two"]),
    ("- [ ] one :: two", ["one | two"]),
    ("> one :: two", ["one | two"]),
    ("one :: two\nthree :: four", ["one | two", "three | four"]),
    ("a long\nquestion :: and a\nlong *answer*\nwith lines", ["a longquestion | and along <em>answer</em>with lines"]),
    ("one :: two ^a-1", ["^a-1 one | two"]),
    ("one :: two^2", ["one | two^2"]),
    ("a \\* b :: c &amp; d", ["a * b | c &amp; d"]),
    ("Wie heißt das？::Schicht", ["Wie heißt das？ | Schicht"]),
    ("why? :: because `a :: b`", ["why? | because <code>a :: b</code>"]),
  ])
  func `on a line`(text: String, expected: [String]) {
    #expect(Self.cards(text) == expected)
    #expect(Self.reading(text)?.note.cardProblems.isEmpty == true)
  }

  @Test(arguments: [
    "Use std::vector, Foo::bar or a::b.", "IPv6 has ::1 and fe80::1.", "`a :: b`", "    a :: b", "key:: value",
    "```cpp\nstd :: vector\n```", "# Why? :: Because", "a ::: b :: c", "a :::: b", "[a :: b](c.md)", "::", ":::",
    "- ::",
    "a ::b", "*a :: b*", "| a :: b |\n|---|\n| c :: d |", "a :: -", "<b>a</b>", "a\n\nb", "Is it so?\n", "?", "a?\nb",
    "[^1]: a :: b", "x [^1]\n\n[^1]: a :: b", "a[^1]", "- ?\n",
  ])
  func `no code, no address and no sign`(text: String) {
    #expect(Self.cards(text) == [])
    #expect(Self.reading(text)?.note.cards.isEmpty == true)
    #expect(Self.reading(text)?.note.cardProblems.isEmpty == true)
  }

  @Test(arguments: [
    ("Why?\n?\nBecause.", ["Why? | Because."]),
    ("Why\nso?\n??\nBecause\n`x`.", ["Whyso? | Because<code>x</code>."]),
    ("Why?\n?\n- a\n- b", ["Why? | <ul><li>a</li><li>b</li></ul>"]),
    ("Why?\n?\n```\na ? b\n```", ["Why? | <pre>a ? b</pre>"]),
    ("Why?\n? ^why\n> so", ["^why Why? | <blockquote><p>so</p></blockquote>"]),
    ("- Why?\n  ?\n  Because. ^b", ["^b Why? | Because."]),
  ])
  func `around a line with a question mark`(text: String, expected: [String]) {
    #expect(Self.cards(text) == expected)
    #expect(Self.reading(text)?.note.cardProblems.isEmpty == true)
  }

  @Test(arguments: [
    ("It is ==here==.", [" | "], 1), ("==a== and **==b==** ^x", ["^x"], 2), ("- ==a== b", [""], 1),
  ])
  func `gaps of a passage`(text: String, _: [String], count: Int) {
    let cards = Self.reading(text)?.note.cards ?? []
    #expect(cards.map(\.kind) == [.cloze(deletions: count)])
    #expect(Self.html(text).contains("<mark>"))
    #expect(!Self.html(text).contains("^x"))
  }

  @Test(arguments: [
    ("| | a | b |\n|---|---|---|\n| x | 1 | 2 |", 3), ("| Port | for |\n|---|---|\n| 80 | http |", 2),
    ("| ports | for | x |\n|---|---|---|\n| 80 | http | |", 3),
  ])
  func `cells of a table to look things up in`(text: String, columns: Int) {
    #expect(Self.reading(text)?.note.cards.map(\.kind) == [.table(columns: columns)])
  }

  @Test(arguments: [
    "| key | a |\n|---|---|\n| x | 1 |", "| | |\n|---|---|\n| x | 1 |", "| | a |\n|---|---|\n| | 1 |",
    "| |\n|---|\n| x |",
    "| | a |\n|---|---|",
  ])
  func `no other table`(text: String) {
    #expect(Self.reading(text)?.note.cards.isEmpty == true)
  }

  @Test(arguments: [
    ("Why? ::", CardProblem.Kind.noAnswer, "Why?"), (":: because", .noQuestion, "because"),
    ("Why?\n?\n\nBecause.", .blockWithoutAnswer, "?"), ("?\nBecause.", .blockWithoutQuestion, "?"),
    ("a :: b ^x\n\nc :: d ^x", .takenPin("x"), "c :: d"),
  ])
  func `what is missing is told`(text: String, kind: CardProblem.Kind, place: String) {
    let problems = Self.reading(text)?.note.cardProblems ?? []
    #expect(problems.map(\.kind) == [kind])
    let range = problems.first?.range ?? SourceRange(at: 0)
    #expect(SourceText(path: "", bytes: Array(text.utf8)).bytes(range).string == place)
  }

  @Test func `half a card is shown as it was written`() {
    #expect(Self.html("Why? ::\n").contains("<p>Why? ::</p>"))
    #expect(Self.cards("one :: two\nWhy? ::") == ["one | two"])
  }

  @Test func `a card reads as prose`() {
    #expect(
      Self.html("Why? :: Because.")
        == "<p><span class=\"question\">Why?</span> <span class=\"answer\">Because.</span></p>\n")
    #expect(
      Self.html("Volume :: A store.")
        == "<p><span class=\"question\">Volume</span> – <span class=\"answer\">A store.</span></p>\n")
  }

  @Test func `a summary has no marks`() {
    #expect(Self.reading("Why? :: Because.")?.note.summary == "Why? Because.")
    #expect(Self.reading("# A\n\nVolume ::: A *store*. ^a")?.note.summary == "Volume – A store.")
  }

  @Test(arguments: [("false", 0), ("written", 1), ("true", 1), ("", 1)])
  func `as front matter wishes`(wish: String, count: Int) {
    let text = "---\ncards: \(wish)\n---\na :: b\n"
    #expect(Self.reading(text)?.note.cards.count == count)
    #expect(Self.reading(text)?.note.frontMatterProblems.isEmpty == true)
    #expect(Self.html(text).contains("a :: b") == (count == 0))
  }

  @Test func `what sessions print is read where it stands in full`() {
    let outputs = Self.reading(
      "```console\n$ a\n1\n\n$ b \\\n> c\n2\n$ d\n…\n$ e\n$ f\n2\n3\n\n```\n```console skip=\"x\"\n$ a\n1\n```\n"
    )?.note.outputs.map {
      "\(String(decoding: $0.command, as: UTF8.self)): \(String(decoding: $0.output, as: UTF8.self))"
    }
    #expect(outputs == ["a: 1", "f: 2\n3"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a hostile note takes no time`() {
    for piece in [
      "a :: b\n", "?\n", "a\n?\n- b\n", "==a== ", "a ::: ", "- x?::y\n", "| | a |\n|---|---|\n| x | 1 |\n\n",
    ] {
      let text = String(repeating: piece, count: 80_000 / piece.utf8.count)
      let time = ContinuousClock().measure { _ = Self.reading(text) }
      #expect(time < .seconds(6), "\(piece): \(time)")
    }
  }
}
