import Source
import TestSupport
import Testing

@Suite("Lines and columns")
struct LineTableTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 2, 1, 3), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("é!", 2, 1, 3),
    ("\n\n\n", 2, 3, 1), ("a\r\nb", 3, 2, 1), ("abc", -4, 1, 1), ("abc", 99, 1, 4),
  ])
  func `positions count from one in bytes`(text: String, offset: Int, line: Int, column: Int) {
    let position = LineTable(Array(text.utf8)).position(offset)
    #expect(position.line == line)
    #expect(position.column == column)
    #expect(position.offset == min(max(offset, 0), text.utf8.count))
  }

  @Test func `a line is its bytes without the line feed`() {
    let table = LineTable(Array("one\n\nthree".utf8))
    #expect((1...3).map { table.line($0) } == [SourceRange(0, 3), SourceRange(4, 4), SourceRange(5, 10)])
  }

  @Test func `a position leads back to its offset`() {
    for var random in Random.series(200) {
      let bytes = Array(random.text(of: "aé\n", upTo: 60).utf8)
      let table = LineTable(bytes)
      for offset in 0...bytes.count {
        let position = table.position(offset)
        #expect(table.line(position.line).start + position.column - 1 == offset, "seed \(random.seed)")
        #expect(bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1 == position.line, "seed \(random.seed)")
      }
    }
  }
}
