import Source
import Testing

@testable import Notes

private func read(_ text: String, allowing keys: Set<String> = []) -> (
  frontMatter: FrontMatter, bodyStart: Int, problems: [MetadataProblem]
) {
  FrontMatter.read(SourceText(path: "note.md", bytes: Array(text.utf8)), allowing: keys)
}

private func cut(_ text: String, _ range: SourceRange?) -> String? {
  range.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) }
}

@Suite struct FrontMatterTests {
  @Test("Reads every key")
  func reads() {
    let text = """
      ---
      title: Volume
      aliases: [Docker volume, Named volume]
      summary: Storage that outlives its container.
      kind: object
      domain: docker
      tags: storage
      part-of: Docker
      requires: ["[[Container]]", "[[Image|images]]"]
      contrasts: [[Bind mount]]
      routes-to: a
      runs-on: b
      draft: true
      date: 2026-11-23
      updated: 2026-11-24T10:30:00+01:00
      order: 40
      redirect-from: /old/volume/
      link: strong
      not: [volume of traffic]
      cards: written
      sources: [https://example.org/, {title: Book, url: "https://example.org/book"}]
      ---
      Text
      """
    let (matter, bodyStart, problems) = read(text)
    #expect(problems.isEmpty)
    #expect(String(text.utf8.dropFirst(bodyStart)) == "Text")
    #expect(matter.title == "Volume")
    #expect(matter.aliases.map(\.text) == ["Docker volume", "Named volume"])
    #expect(matter.aliases.map { cut(text, $0.range) } == ["Docker volume", "Named volume"])
    #expect(matter.summary == "Storage that outlives its container.")
    #expect(matter.kind == .object)
    #expect(matter.domain == "docker")
    #expect(matter.tags.map(\.text) == ["storage"])
    #expect(matter.relations.map(\.kind) == [.partOf, .requires, .requires, .contrasts, .routesTo, .runsOn])
    #expect(matter.relations.map(\.target) == ["Docker", "Container", "Image", "Bind mount", "a", "b"])
    #expect(matter.draft)
    #expect(matter.date?.iso == "2026-11-23")
    #expect(matter.updated?.timestamp == "2026-11-24T10:30:00+01:00")
    #expect(matter.order == 40)
    #expect(matter.redirectFrom.map(\.text) == ["/old/volume/"])
    #expect(matter.linking == .strong)
    #expect(matter.collocations.map(\.text) == ["volume of traffic"])
    #expect(matter.sources.map(\.address) == ["https://example.org/", "https://example.org/book"])
    #expect(matter.sources.map(\.title) == [nil, "Book"])
    #expect(cut(text, matter.range(of: .title)) == "Volume")
    #expect(matter.range(of: .owns) == nil)
  }

  @Test(
    "Finds where the text begins",
    arguments: [
      ("Text", "Text"), ("", ""), ("---", "---"), ("---\n---\nText", "Text"), ("---\ntitle: a\n...\nText", "Text"),
      ("---\r\ntitle: a\r\n---\r\nText\r\n", "Text\r\n"), ("\u{FEFF}---\ntitle: a\n---\nText", "Text"),
      ("\u{FEFF}Text", "Text"), ("--- \ntitle: a\n---\t\n\nText", "\nText"), ("---\ntitle: a\n---", ""),
      ("---\ntitle: a\nText", "---\ntitle: a\nText"), (" ---\ntitle: a\n---\n", " ---\ntitle: a\n---\n"),
      ("---\nJust a line.\n---\nText", "---\nJust a line.\n---\nText"), ("----\na: b\n----\n", "----\na: b\n----\n"),
      ("---\ntitle: [\n---\nText", "Text"), ("...\na: b\n---\n", "...\na: b\n---\n"),
      ("---\ntitle: |\n  a\n  ---\n---\nText", "Text"),
    ])
  func bodyStart(text: String, body: String) {
    #expect(String(decoding: text.utf8.dropFirst(read(text).bodyStart), as: UTF8.self) == body)
  }

  @Test(
    "Says what is wrong and where",
    arguments: [
      ("---\ntitel: a\n---\n", "titel", "Unknown key 'titel', did you mean 'title'?"),
      ("---\nPart_Of: a\n---\n", "Part_Of", "Unknown key 'Part_Of', did you mean 'part-of'?"),
      ("---\nweight: 3\n---\n", "weight", "Unknown key 'weight'"),
      ("---\ntitle: [a]\n---\n", "[a]", "'title' takes a text, not a list"),
      ("---\ntags: {a: b}\n---\n", "{a: b}", "'tags' takes a text or a list of texts, not keys with values"),
      ("---\ntags: [a, {b: c}]\n---\n", "{b: c}", "'tags' takes a text or a list of texts, not keys with values"),
      ("---\ndate: 2026-02-30\n---\n", "2026-02-30", "'date' takes a date such as 2026-11-23, not '2026-02-30'"),
      ("---\ndate: soon\n---\n", "soon", "'date' takes a date such as 2026-11-23, not 'soon'"),
      ("---\ndraft: yes\n---\n", "yes", "'draft' takes true or false, not 'yes'"),
      ("---\norder: first\n---\n", "first", "'order' takes a number, not 'first'"),
      (
        "---\nlink: Strnog\n---\n", "Strnog",
        "'link' takes one of auto, strong, never, not 'Strnog', did you mean 'strong'?"
      ),
      ("---\ntitle: a\ntitle: b\n---\n", "title", "Key 'title' twice"),
      (
        "---\ntitle: Docker: an introduction\n---\n", ":",
        "Second ': ' in a line: put the value in quotes if it belongs to that"
      ),
      ("---\ntitle: a\n", "---", "Front matter without a closing line '---'"),
      ("---\nhello\n---\n", "hello", "Keys with values belong here, not 'hello'"),
      (
        "---\nsources: [{title: a}]\n---\n", "{title: a}",
        "'sources' takes addresses, or 'title' and 'url' of each, not keys with values"
      ),
    ])
  func problems(text: String, place: String, message: String) {
    let problems = read(text).problems
    #expect(problems.map(\.message) == [message])
    #expect(problems.map { cut(text, $0.range) } == [place])
  }

  @Test("Keys that the settings allow are no problem")
  func allowedKeys() {
    #expect(read("---\nweight: 3\nreviewers: [a]\n---\n", allowing: ["weight", "reviewers"]).problems.isEmpty)
  }

  @Test("A key without a value counts as not written")
  func emptyValues() {
    let (matter, _, problems) = read("---\ntitle:\ntags:\ndate:\ndraft:\norder: ~\nkind:\nsources:\n---\n")
    #expect(problems.isEmpty)
    #expect(matter.title == nil)
    #expect(matter.tags.isEmpty)
  }

  @Test("A title without a character counts as not written", arguments: ["\"\"", "' '", "|\n\n"])
  func emptyTitle(_ title: String) {
    let matter = read("---\ntitle: \(title)\n---\n").frontMatter
    #expect(matter.title == nil)
  }

  @Test("Numbers and truth values are texts where a text belongs")
  func scalars() {
    let matter = read("---\ntitle: 2026\naliases: [1.10, true]\n---\n").frontMatter
    #expect(matter.title == "2026")
    #expect(matter.aliases.map(\.text) == ["1.10", "true"])
  }

  @Test("Keys before a syntax error still count")
  func keepsWhatItUnderstood() {
    #expect(read("---\ntitle: A\nsummary: @x\n---\nText").frontMatter.title == "A")
  }
}
