import Source
import Testing

@testable import YAML

@Suite struct ContentTests {
  @Test(
    "Each line of a literal block leads back to where it was written",
    arguments: [
      "file: |\n  FROM a\n\n  RUN b\n    c\nnext: 1\n", "file: |-\r\n  FROM é\r\n\r\n    RUN b\r\nnext: 1\r\n",
      "a:\n  - file: |2 # why\n      FROM a\n\n     RUN b\n", "file: |+\n   FROM a\n   RUN b\n\n\n",
      "file: |\n \n    \n  FROM a\n",
      "file: |\n  FROM a", "file: &x |\n  FROM a\n",
    ])
  func literal(text: String) throws {
    let bytes = Array(text.utf8)
    var node = try #require(yaml(text).documents.first)
    if let inner = node["a"]?[0] { node = inner }
    let content = try #require(node["file"]?.content)
    #expect(content.bytes == Array(node["file"]?.bytes ?? []))
    for offset in content.bytes.indices where content.bytes[offset] != UInt8(ascii: "\n") {
      let place = content.place(SourceRange(offset, offset + 1)).range
      #expect(bytes[place.start] == content.bytes[offset])
      #expect(place.count == 1)
    }
  }

  @Test("Lines that read the same are told apart")
  func sameLines() throws {
    let text = "file: |\n  RUN x\n  RUN x\n"
    let content = try #require(yaml(text).documents.first?["file"]?.content)
    #expect(content.place(SourceRange(6, 11)).range == SourceRange(18, 23))
  }

  @Test("A scalar on one line has a place too, unless it reads otherwise than it is written")
  func oneLine() throws {
    let root = try #require(yaml("a: FROM x\nb: 'RUN y'\nc: \"RUN\\ty\"\nd: >\n  a\n  b\ne: [1]\n").documents.first)
    #expect(root["a"]?.content?.place(SourceRange(5, 6)).range == SourceRange(8, 9))
    #expect(root["b"]?.content?.place(SourceRange(0, 3)).range == SourceRange(14, 17))
    #expect(root["c"]?.content == nil)
    #expect(root["d"]?.content == nil)
    #expect(root["e"]?.content == nil)
  }

  @Test("Places in a fragment of a fragment lead back to the file")
  func nested() throws {
    let file = SourceText(path: "note.md", bytes: Array("> file: |\n>   FROM a\n".utf8))
    let inner = file.fragment(
      Array("file: |\n  FROM a\n".utf8), writtenAt: [SourceRange(0, 9), SourceRange(10, 20)])
    let content = try #require(YAMLStream(inner, dialect: .core).documents.first?["file"]?.content)
    #expect(content.place(SourceRange(0, 4)).range == SourceRange(14, 18))
  }
}

@Suite struct AliasTests {
  @Test("An alias is seen as what it names")
  func alias() throws {
    let root = try #require(yaml("a: &x {b: 1}\nc: *x\n").documents.first)
    let alias = try #require(root["c"])
    #expect(alias["b"]?.int == 1)
    #expect(alias.alias == "x")
    #expect(alias.isAlias)
    #expect(alias.anchor == nil)
    #expect(root["a"]?.anchor == "x")
    #expect(alias.identity == root["a"]?.identity)
    #expect(alias.range == SourceRange(16, 18))
  }

  @Test("The last anchor of a name counts")
  func redefined() {
    #expect(outline(yaml("[&a 1, *a, &a 2, *a]").documents.first) == "[1, 1, 2, 2]")
  }

  @Test(
    "An alias to nothing is a problem and reads as nothing",
    arguments: [
      ("a: *x", "Alias '*x' without an anchor '&x' before it"), ("a: &x [*x]", "Alias '*x' inside of what '&x' names"),
      ("&x a: 1\n---\nb: *x", "Alias '*x' without an anchor '&x' before it"),
    ])
  func dangling(text: String, message: String) {
    let stream = yaml(text)
    #expect(stream.problems.map(\.message) == [message])
    #expect(stream.problems.map { cut(text, $0.range) } == ["*x"])
  }

  @Test("Aliases of aliases of aliases cost nothing")
  func billionLaughs() {
    let lines = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let stream = yaml("a0: &a0 lol\n" + lines)
    #expect(stream.problems.isEmpty)
    #expect(stream.documents.first?["a60"]?[2]?[1]?[0]?.items.count == 3)
  }

  @Test("Merge keys bring in what the mapping lacks")
  func merge() throws {
    let text = """
      base: &base {a: 1, b: 1}
      more: &more {<<: *base, b: 2, c: 2}
      all: {<<: [*more, *base], c: 3}
      quoted: {'<<': 1}
      """
    let root = try #require(yaml(text).documents.first)
    let all = root["all"]?.mergedEntries ?? []
    #expect(all.map { outline($0.key) + outline($0.value) } == ["'c'3", "'b'2", "'a'1"])
    #expect(root["quoted"]?.mergedEntries.count == 1)
    #expect(root["all"]?.entries.count == 2)
  }

  @Test("Merges of merges of merges cost nothing", .timeLimit(.minutes(1)))
  func mergeBomb() {
    let lines = (1...60).map { "a\($0): &a\($0) {<<: [*a\($0 - 1), *a\($0 - 1)]}\n" }.joined()
    #expect(yaml("a0: &a0 {k: 1}\n" + lines).documents.first?["a60"]?.mergedEntries.count == 1)
  }
}
