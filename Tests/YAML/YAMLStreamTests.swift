import Source
import Testing

@testable import YAML

/// The YAML of a string.
func yaml(_ text: String, _ dialect: YAMLDialect = .core) -> YAMLStream {
  YAMLStream(SourceText(path: "test.yaml", bytes: Array(text.utf8)), dialect: dialect)
}

/// The part of `text` in a range.
func cut(_ text: String, _ range: SourceRange) -> String {
  String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
}

/// A node in one line, as JSON-like text.
func outline(_ node: YAMLNode?) -> String {
  guard let node else { return "-" }
  switch node.kind {
  case .sequence: return "[" + node.items.map { outline($0) }.joined(separator: ", ") + "]"
  case .mapping:
    return "{" + node.entries.map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ") + "}"
  case .string: return "'\(node.text)'"
  case .null: return "null"
  case .int: return String(node.int ?? 0)
  case .float: return String(node.double ?? 0)
  case .bool: return String(node.bool ?? false)
  }
}

@Suite struct YAMLStreamTests {
  @Test(
    "Reads lists, mappings and scalars of every style",
    arguments: [
      ("", "-"),
      ("a", "'a'"),
      ("a: 1", "{'a': 1}"),
      ("a:\nb: ''", "{'a': null, 'b': ''}"),
      ("- 1\n- x\n- [true, ~]", "[1, 'x', [true, null]]"),
      ("a:\n- 1\n- 2\nb: {c: d}", "{'a': [1, 2], 'b': {'c': 'd'}}"),
      ("a: \"x\\ny\"", "{'a': 'x\ny'}"),
      ("a: 'it''s'", "{'a': 'it's'}"),
      ("a: |\n  x\n   y\nb: >\n  p\n  q\n", "{'a': 'x\n y\n', 'b': 'p q\n'}"),
      ("a: x\n  y", "{'a': 'x y'}"),
      ("[a: b, c]", "[{'a': 'b'}, 'c']"),
      ("? a\n: b", "{'a': 'b'}"),
      ("a: &x [1]\nb: *x", "{'a': [1], 'b': [1]}"),
      ("a: !!str 1\nb: !!int '2'\nc: ! 3\nd: !own 4", "{'a': '1', 'b': 2, 'c': '3', 'd': '4'}"),
      ("\u{FEFF}a: 1\nb: 2", "{'a': 1, 'b': 2}"),
      ("a: 1\r\nb:\r\n  - x\r\n", "{'a': 1, 'b': ['x']}"),
    ])
  func reads(text: String, expected: String) {
    let stream = yaml(text)
    #expect(stream.problems.isEmpty)
    #expect(outline(stream.documents.first) == expected)
  }

  @Test("Gives every document of a text")
  func documents() {
    let stream = yaml("a: 1\n---\nb: 2\n...\n---\n---\n- c\n")
    #expect(stream.documents.map { outline($0) } == ["{'a': 1}", "{'b': 2}", "null", "['c']"])
  }

  @Test(
    "Places are byte offsets, without anchor, tag and what follows",
    arguments: [
      ("key: value # comment", "value"), ("key:  'a''b' ", "'a''b'"), ("key: &a !!str word\n", "word"),
      ("é: ü\nkey: 'ö'", "'ö'"), ("\u{FEFF}key: x\r\n", "x"), ("日本: 語\r\nkey: 語😀\r\n", "語😀"),
      ("key: [a, b] \n", "[a, b]"), ("key: {a: b}\nc: d", "{a: b}"), ("key:\n  - a\n  - b\n\n\nc: d", "- a\n  - b"),
      ("key:\n- a\n- b\n\nc: d", "- a\n- b"), ("key:\n  a: b # x\n\nc: d", "a: b"),
      ("key: |\n  a\n\n  b\n\n\nc: d", "|\n  a\n\n  b"),
      ("key: &a\n  # why\n  - x\n", "- x"), ("key:\nb: c", ""), ("b: &n 1\nkey: *n\n", "*n"),
      ("key: \"a\n  b\"\n", "\"a\n  b\""), ("key: [a: b , c]", "[a: b , c]"),
    ])
  func places(text: String, expected: String) {
    let stream = yaml(text)
    #expect(stream.problems.isEmpty)
    #expect(stream.documents.first?["key"].map { cut(text, $0.range) } == expected)
  }

  @Test("The pair in a list ends with its value")
  func pairs() {
    let text = "[a: b , c]"
    #expect(yaml(text).documents.first?[0].map { cut(text, $0.range) } == "a: b")
  }

  @Test("Reads a stretch of a text with places in the whole")
  func stretch() {
    let text = "---\ntitle: Tür\n---\nbody: ["
    let stream = YAMLStream(
      SourceText(path: "a.md", bytes: Array(text.utf8)), in: SourceRange(4, 16), dialect: .core)
    #expect(stream.problems.isEmpty)
    #expect(stream.documents.first?["title"].map { cut(text, $0.range) } == "Tür")
  }

  @Test(
    "Names each duplicate key at its place with the place of the first",
    arguments: [1, 20, 3000])
  func duplicates(size: Int) {
    let filler = (0..<size).map { "k\($0): \($0)\n" }.joined()
    let text = "a: 1\n" + filler + "b: {a: 1}\n'a': 2\na: 3\n"
    let problems = yaml(text).problems
    #expect(problems.map(\.kind) == [.duplicateKey("a"), .duplicateKey("a")])
    #expect(problems.map { cut(text, $0.range) } == ["'a'", "a"])
    #expect(problems.map { $0.notes.map(\.range) } == [[SourceRange(0, 1)], [SourceRange(0, 1)]])
    #expect(problems.first?.message == "Key 'a' twice in one mapping")
  }

  @Test("Keys that are lists or mappings are not compared")
  func complexKeys() {
    #expect(yaml("? [a]\n: 1\n? [a]\n: 2\n").problems.isEmpty)
  }

  @Test("A bad document hides neither those before nor those after it")
  func resynchronises() {
    let stream = yaml("a: 1\n---\nb: [1\n---\nc: 2\n---\nd: @x\n---\ne: 3\n")
    #expect(stream.documents.map { outline($0) } == ["{'a': 1}", "{'b': [1]}", "{'c': 2}", "{'d': null}", "{'e': 3}"])
    #expect(stream.documents.map(\.isBroken) == [false, true, false, true, false])
    #expect(
      stream.problems.map(\.message) == ["'[' is not closed", "'@' cannot start a value: put it in quotes"])
  }

  @Test("An error in the first line of a document is told once")
  func tellsOnce() {
    let stream = yaml("a: 1\n--- @\n---\nb: 2\n")
    #expect(stream.problems.count == 1)
    #expect(stream.documents.map { outline($0) } == ["{'a': 1}", "{'b': 2}"])
  }

  @Test("Characters that YAML forbids are named and the rest is read")
  func forbiddenCharacters() {
    let bytes = Array("a: x\u{1}y\nb: ".utf8) + [0xFF, 0xC0, 0x41] + Array("\nc: ü\n".utf8)
    let stream = YAMLStream(SourceText(path: "", bytes: bytes), dialect: .core)
    #expect(stream.problems.map(\.kind) == [.character, .character])
    #expect(stream.problems.map(\.range) == [SourceRange(4, 5), SourceRange(10, 12)])
    #expect(stream.problems.first?.message == "Control character U+0001, which YAML does not allow")
    #expect(stream.documents.first?["c"]?.string == "ü")
  }

  @Test("Depth ends a document with a problem, not the program", arguments: ["[", "- ", "{a: ", "? "])
  func depth(opening: String) {
    let stream = yaml(String(repeating: opening, count: 50_000) + "\n---\nb: 1\n")
    #expect(stream.problems.map(\.kind).contains(.depth))
    #expect(outline(stream.documents.last) == "{'b': 1}")
  }
}
