import Source
import TestSupport
import Testing

/// The byte of a file that a fragment's byte came from.
private func origin(_ offset: Int, of fragment: SourceText, in file: [UInt8]) -> UInt8? {
  let place = fragment.rangeInFile(SourceRange(offset, offset + 1))
  return place.count == 1 && place.end <= file.count ? file[place.start] : nil
}

@Suite("A text knows where it was written")
struct SourceTextTests {
  @Test func `a file is its own place`() {
    let file = SourceText(path: "a.md", bytes: Array("one\ntwo\n".utf8))
    #expect(file.place(SourceRange(4, 7)) == Place(path: "a.md", range: SourceRange(4, 7)))
  }

  @Test func `a stretch of a file is shifted`() {
    let text = MarkedText("---\n1️⃣title: 2️⃣Docker3️⃣\n---\n")
    let fragment = text.source().fragment(SourceRange(text[1], text[3]))
    #expect(String(decoding: fragment.bytes, as: UTF8.self) == "title: Docker")
    #expect(fragment.rangeInFile(SourceRange(7, 13)) == text.range(2, 3))
    #expect(fragment.path == "note.md")
  }

  @Test func `the end of a fragment is a place`() {
    let text = MarkedText("a1️⃣b\nc2️⃣d")
    let fragment = text.source().fragment(text.range(1, 2))
    #expect(fragment.rangeInFile(SourceRange(at: fragment.bytes.count)) == SourceRange(at: text[2]))
  }

  @Test func `lines in a list are aligned at their ends`() {
    let text = MarkedText("- ```\n  1️⃣FROM 2️⃣a3️⃣\n  4️⃣RUN b5️⃣\n  ```\n")
    let fragment = text.source().fragment(
      Array("FROM a\nRUN b\n".utf8),
      writtenAt: [SourceRange(text[1] - 2, text[3]), SourceRange(text[4] - 2, text[5])])
    #expect(fragment.rangeInFile(SourceRange(5, 6)) == text.range(2, 3))
    #expect(fragment.rangeInFile(SourceRange(7, 12)) == text.range(4, 5))
    #expect(fragment.rangeInFile(SourceRange(5, 10)) == SourceRange(text[2], text[4] + 3), "over the line's end")
  }

  @Test func `a tab that became blanks stays in its line`() {
    // The tab is four columns wide; two of them belong to the list, so the code begins with two blanks.
    let text = MarkedText("-\t1️⃣code2️⃣")
    let fragment = text.source().fragment(Array("  code".utf8), writtenAt: [SourceRange(2, text[2])])
    #expect(fragment.rangeInFile(SourceRange(2, 6)) == text.range(1, 2))
    #expect(fragment.rangeInFile(SourceRange(0, 1)).start == text[1])
  }

  @Test func `carriage returns belong to the line`() {
    let text = MarkedText("> 1️⃣one\r\n> 2️⃣two\r3️⃣\n")
    let fragment = text.source().fragment(
      Array("one\r\ntwo\r\n".utf8), writtenAt: [SourceRange(0, text[2] - 3), SourceRange(text[2] - 2, text[3])])
    #expect(fragment.rangeInFile(SourceRange(0, 3)) == SourceRange(text[1], text[1] + 3))
    #expect(fragment.rangeInFile(SourceRange(5, 8)) == SourceRange(text[2], text[2] + 3))
  }

  @Test func `a fragment of a fragment leads to the file`() {
    let text = MarkedText("> - RUN <<E\n>   1️⃣echo2️⃣\n>   ls\n>   E\n")
    let fence = text.source().fragment(
      Array("RUN <<E\necho\nls\nE\n".utf8),
      writtenAt: [SourceRange(0, 11), SourceRange(12, 20), SourceRange(21, 27), SourceRange(28, 33)])
    let heredoc = fence.fragment(SourceRange(8, 16))
    #expect(String(decoding: heredoc.bytes, as: UTF8.self) == "echo\nls\n")
    #expect(heredoc.rangeInFile(SourceRange(0, 4)) == text.range(1, 2))
    #expect(heredoc.rangeInFile(SourceRange(5, 7)) == SourceRange(25, 27))
  }

  @Test(arguments: [0, 3, 7, 8, 12])
  func `an empty fragment of a fragment keeps its place`(offset: Int) {
    let file = SourceText(path: "a.md", bytes: Array("> one two\n> three\n".utf8))
    let quote = file.fragment(
      Array("one two\nthree\n".utf8), writtenAt: [SourceRange(0, 9), SourceRange(10, 17)])
    let empty = quote.fragment(SourceRange(at: offset))
    #expect(empty.rangeInFile(SourceRange(at: 0)) == quote.rangeInFile(SourceRange(at: offset)))
  }

  @Test func `offsets past the end are cut off`() {
    let file = SourceText(path: "a.md", bytes: Array("abc".utf8))
    #expect(file.fragment(SourceRange(2, 99)).bytes == Array("c".utf8))
    #expect(file.fragment(SourceRange(50, 99)).bytes.isEmpty)
  }

  @Test func `every byte of a nested fragment stands where it says`() {
    for var random in Random.series(400) {
      let file = SourceText(path: "a.md", bytes: Array(random.text(of: "ab>-\t é\r\n\n", upTo: 120).utf8))
      var text = file
      for _ in 0..<random.int(1...4) {
        text = random.once(in: 2) ? stretch(of: text, &random) : container(of: text, &random)
        let isLost = text.bytes.indices.contains { origin($0, of: text, in: file.bytes) != text.bytes[$0] }
        #expect(!isLost, "seed \(random.seed)")
      }
    }
  }

  @Test func `stretches are joined, and each keeps its place`() {
    let text = MarkedText("1️⃣RUN a 2️⃣\\\n# comment\n3️⃣ && b\n4️⃣")
    let joined = text.source().fragment(joining: [text.range(1, 2), text.range(3, 4)])
    #expect(String(decoding: joined.bytes, as: UTF8.self) == "RUN a  && b\n")
    #expect(joined.rangeInFile(SourceRange(0, 6)) == text.range(1, 2))
    #expect(joined.rangeInFile(SourceRange(6, 11)) == SourceRange(text[3], text[4] - 1))
    #expect(joined.rangeInFile(SourceRange(0, 12)) == text.range(1, 4))
  }

  @Test func `every byte of joined stretches stands where it says`() {
    for var random in Random.series(400) {
      let file = SourceText(path: "a.md", bytes: Array(random.text(of: "ab>-\t é\r\n\n", upTo: 120).utf8))
      var text = container(of: file, &random)
      for _ in 0..<random.int(1...4) {
        text = random.once(in: 2) ? stretch(of: text, &random) : joined(text, &random)
        let isLost = text.bytes.indices.contains { origin($0, of: text, in: file.bytes) != text.bytes[$0] }
        #expect(!isLost, "seed \(random.seed)")
      }
    }
  }

  @Test func `what is overwritten keeps its places`() {
    let text = MarkedText("ab\n1️⃣cd2️⃣\nef")
    let changed = text.source().fragment(SourceRange(text[1], text[2] + 3)).overwriting(
      [SourceRange(0, 1), SourceRange(4, 99)], with: UInt8(ascii: "#"))
    #expect(String(decoding: changed.bytes, as: UTF8.self) == "#d\ne#")
    #expect(changed.rangeInFile(SourceRange(0, 2)) == text.range(1, 2))
  }

  @Test func `places keep their order`() {
    for var random in Random.series(200) {
      let file = SourceText(path: "a.md", bytes: Array(random.text(of: "ab> \n", upTo: 80).utf8))
      let text = container(of: container(of: file, &random), &random)
      let offsets = (0...text.bytes.count).map { text.rangeInFile(SourceRange(at: $0)).start }
      #expect(offsets == offsets.sorted(), "seed \(random.seed)")
    }
  }

  /// Two stretches, put together.
  private func joined(_ text: SourceText, _ random: inout Random) -> SourceText {
    let cuts = (0..<4).map { _ in random.int(0...text.bytes.count) }.sorted()
    return text.fragment(joining: [SourceRange(cuts[0], cuts[1]), SourceRange(cuts[2], cuts[3])])
  }

  /// Some contiguous bytes.
  private func stretch(of text: SourceText, _ random: inout Random) -> SourceText {
    let start = random.int(0...text.bytes.count)
    return text.fragment(SourceRange(start, random.int(start...text.bytes.count)))
  }

  /// Some lines that follow each other, each without some bytes at its front.
  private func container(of text: SourceText, _ random: inout Random) -> SourceText {
    let table = LineTable(text.bytes)
    let count = table.position(text.bytes.count).line
    let first = random.int(1...count)
    var content: [UInt8] = []
    var written: [SourceRange] = []
    for number in first...random.int(first...count) {
      let line = table.line(number)
      if line.end == text.bytes.count, line.isEmpty { break }
      content += text.bytes[(line.start + random.int(0...line.count))..<line.end]
      if line.end < text.bytes.count { content.append(UInt8(ascii: "\n")) }
      written.append(line)
    }
    guard !written.isEmpty else { return text.fragment(SourceRange(at: text.bytes.count)) }
    return text.fragment(content, writtenAt: written)
  }
}
