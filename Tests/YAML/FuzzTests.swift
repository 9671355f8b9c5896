import Source
import TestSupport
import Testing

@testable import YAML

@Suite struct FuzzTests {
  private static let pieces = [
    "a", "key", ": ", ":\n", "\n", "\r\n", " ", "  ", "    ", "- ", "? ", "[", "]", "{", "}", ", ", "'", "\"", "\\",
    "&x ",
    "*x", "!!str ", "! ", "|\n", ">-\n", "|2\n", "---\n", "...\n", "# c\n", "é", "語", "😀", "\u{FEFF}", "\u{85}",
    "\u{2028}",
    "\t", "<<: ", "%YAML 1.2\n", "\u{1}", "0x1F", "~", "@", "`",
  ]

  @Test("Whatever is read, it ends, and every place lies in the text")
  func nearlyYAML() {
    for var random in Random.series(3_000) {
      let text = random.text(of: Self.pieces, upTo: 40)
      check(Array(text.utf8), seed: random.seed)
      let stream = yaml(text)
      // A forbidden character stands as it is in the source but not in what is read.
      if stream.problems.contains(where: { $0.kind == .character }) { continue }
      for document in stream.documents { checkPlainScalars(document, text) }
    }
  }

  @Test("Random bytes are no danger")
  func randomBytes() {
    for var random in Random.series(1_000) {
      check(random.bytes(upTo: 200), seed: random.seed)
    }
  }

  @Test("A text cut off anywhere is read up to there")
  func cutOff() {
    let text = Array("a: &x [1, 'é', \"\\u00e9\"]\r\nb: |\n  x\n c: {d: *x}\n---\ne: >\n  語\n".utf8)
    for end in text.indices { check(Array(text[..<end]), seed: UInt64(end)) }
  }

  @Test("A stretch of a text gives what that stretch alone gives, moved")
  func stretches() {
    for var random in Random.series(500) {
      let before = random.text(of: Self.pieces, upTo: 10)
      let text = random.text(of: Self.pieces, upTo: 20)
      let all = SourceText(path: "", bytes: Array((before + text + "]\n'").utf8))
      let range = SourceRange(before.utf8.count, before.utf8.count + text.utf8.count)
      let part = YAMLStream(all, in: range, dialect: .core)
      let alone = yaml(text)
      #expect(part.documents.map { outline($0) } == alone.documents.map { outline($0) }, "seed \(random.seed)")
      #expect(
        part.problems.map(\.range) == alone.problems.map { $0.range.shifted(by: range.start) }, "seed \(random.seed)")
    }
  }

  private func check(_ bytes: [UInt8], seed: UInt64) {
    let stream = YAMLStream(SourceText(path: "", bytes: bytes), dialect: .kubernetes)
    #expect(stream.problems.allSatisfy { $0.range.end <= bytes.count }, "seed \(seed)")
    var waiting = stream.documents
    while let node = waiting.popLast() {
      #expect(node.range.end <= bytes.count, "seed \(seed)")
      _ = (node.scalar, node.text, node.content?.bytes, node.mergedEntries.count)
      if node.isAlias { continue }
      waiting += node.items
      for entry in node.entries { waiting += [entry.key, entry.value] }
    }
  }
}
