import Markdown
import Source
import Testing

@testable import Notes

/// Terms as a room would list them: a word, what belongs to it, and others.
private let terms = [
  CodeTerm(names: ["VOLUME", "VOLUME instruction"], explanation: "Marks directories", domain: "docker"),
  CodeTerm(names: ["COPY", "COPY instruction"], explanation: "Copies files", domain: "docker"),
  CodeTerm(names: ["COPY --from", "--from"], explanation: "Copies from elsewhere", domain: "docker", owner: 1),
  CodeTerm(names: ["RUN --mount=type=cache", "cache mount"], explanation: "Stays", domain: "docker"),
  CodeTerm(names: ["OLD"], explanation: "Is gone", domain: "docker", rule: "dockerfile/old"),
]

/// What explains a term on a site of these notes: an address, or `missing`; behind it the topic's name, if there is one.
private func answer(_ term: Int, _ notes: [(String, String)]) -> String {
  let knowledge = site(notes)
  let entry = knowledge.glossary.entries[term]
  let topic = entry.topic.map { " (\(knowledge.topics[$0].name))" } ?? ""
  switch entry.target {
  case .note(let note, let fragment):
    return "/" + knowledge.index.addresses[note].path + (fragment.map { "#" + $0 } ?? "") + topic
  default: return "missing" + topic
  }
}

/// A site of notes in whose code each number is a term.
private func site(_ notes: [(String, String)]) -> KnowledgeBase {
  let reader = NoteReader(settings: Settings()) { _, code, output, holes in
    for byte in code {
      guard let number = Int(String(decoding: [byte], as: UTF8.self)) else { continue }
      holes.append(Body.Hole(.termStart, number, at: output.count))
      output.append(byte)
      holes.append(Body.Hole(.termEnd, number, at: output.count))
    }
  }
  let read = notes.sorted { $0.0 < $1.0 }.flatMap { path, text in
    reader.read(SourceText(path: path, bytes: Array(text.utf8)), at: ContentPath(path))
  }
  return KnowledgeBase(SiteIndex(read.map(\.note), assets: [], title: "Site", withDrafts: true), terms: terms)
}

private func note(_ title: String, _ more: String = "", text: String = "") -> String {
  "---\ntitle: \(title)\n\(more)\n---\n\(text)"
}

private let outline = """
  # Docker

  - Writing Dockerfiles:
      - FROM `image`: the base image
      - COPY `from to`: copies files from the host to the image
  - volume: a directory that outlives its container

  """

@Suite("Terms of code are explained by topics") struct GlossaryTests {
  static let sites: [(term: Int, notes: [(String, String)], answer: String)] = [
    (1, [], "missing"),
    (1, [("docker/a.md", note("COPY"))], "/docker/a/ (COPY)"),
    (1, [("a.md", note("COPY"))], "/a/ (COPY)"),
    (1, [("a.md", note("COPY instruction"))], "/a/ (COPY instruction)"),
    (1, [("docker/a.md", note("Dockerfiles", "aliases: [COPY]"))], "/docker/a/ (Dockerfiles)"),
    // Ordinary words mean something else, unless the note says that it is about an instruction.
    (0, [("docker/a.md", note("Volume"))], "missing"),
    (0, [("docker/a.md", note("Volume", "kind: instruction"))], "/docker/a/ (Volume)"),
    (0, [("docker/a.md", note("Volume")), ("docker/b.md", note("VOLUME"))], "/docker/b/ (VOLUME)"),
    // Other fields have words of the same letters.
    (1, [("postgres/a.md", note("COPY"))], "missing"),
    (1, [("postgres/a.md", note("COPY")), ("docker/b.md", note("COPY"))], "/docker/b/ (COPY)"),
    (1, [("containers/a.md", note("COPY", "kind: instruction"))], "/containers/a/ (COPY)"),
    (3, [("docker/a.md", note("Cache mounts", "aliases: [cache-mount]"))], "/docker/a/ (Cache mounts)"),
    (3, [("linux/a.md", note("Cache mount"))], "missing"),
    (3, [("linux/a.md", note("RUN --mount=type=cache"))], "/linux/a/ (RUN --mount=type=cache)"),
    // What two notes claim equally is nobody's.
    (1, [("docker/a.md", note("COPY")), ("docker/b.md", note("COPY"))], "missing"),
    // A flag has a topic of its own, or a section of its instruction's page.
    (2, [("docker/a.md", note("COPY --from"))], "/docker/a/ (COPY --from)"),
    (2, [("docker/a.md", note("Copy from"))], "missing"),
    (2, [("docker/a.md", note("--from"))], "missing"),
    (2, [("docker/a.md", note("COPY", text: "## --from: elsewhere\n"))], "/docker/a/#--from-elsewhere"),
    (2, [("docker/a.md", note("COPY", text: "## --from-scratch\n\n## From\n"))], "missing"),
    // An outline explains an instruction in a section; a page of its own is better.
    (1, [("a.md", outline)], "/a/dockerfile/#copy (COPY)"),
    (1, [("a.md", outline), ("docker/b.md", note("COPY", "kind: instruction"))], "/docker/b/ (COPY)"),
    // A rule's page has to do where nothing else is.
    (4, [("rules/old.md", note("Old", "kind: rule\naliases: [dockerfile/old]"))], "/rules/old/"),
    (
      4, [("rules/old.md", note("Old", "kind: rule\naliases: [dockerfile/old]")), ("docker/a.md", note("OLD"))],
      "/docker/a/ (OLD)"
    ),
    (4, [("a.md", note("Something", "aliases: [dockerfile/old]"))], "missing"),
  ]

  @Test(arguments: sites) func `each leads to the topic that has its name`(
    term: Int, notes: [(String, String)], expected: String
  ) {
    #expect(answer(term, notes) == expected)
  }

  @Test func `a topic explains a term in its own words`() {
    #expect(site([("a.md", note("COPY"))]).glossary.entries[1].explanation == "Copies files")
    let defined = site([("a.md", note("COPY", "summary: Takes files along."))])
    #expect(defined.glossary.entries[1].explanation == "Takes files along.")
  }

  @Test func `a topic knows the code that uses it`() throws {
    let text = "```d name=web\n1 2 1\n```\n\n## Later {#late}\n\n> ```d title=\"A\"\n> 0\n> ```\n\n```d\nnothing\n```\n"
    let knowledge = site([("a.md", note("A", text: text)), ("b.md", note("COPY", text: "~~~\n1\n~~~\n"))])
    let copy = try #require(knowledge.glossary.entries[1].topic)
    #expect(knowledge.glossary.uses(ofTopic: copy) == [.init(note: 0, block: 0), .init(note: 1, block: 0)])
    let blocks = knowledge.notes[0].codeBlocks
    #expect(blocks.map(\.fence) == [0, 1])
    #expect(blocks.map(\.name) == ["web", nil])
    #expect(blocks.map(\.title) == [nil, "A"])
    #expect(blocks.map { $0.heading.map { knowledge.notes[0].headings[$0].id } } == [nil, "late"])
    #expect(blocks.map(\.terms) == [[1, 2, 1], [0]])
    let file = Array(note("A", text: text).utf8)
    #expect(String(decoding: file[blocks[0].range.start...].prefix(13), as: UTF8.self) == "```d name=web")
  }

  @Test func `no terms, no glossary`() {
    #expect(KnowledgeBase(SiteIndex([], assets: [], title: "", withDrafts: true)).glossary.entries.isEmpty)
  }
}
