import Source
import Testing

@Suite struct ByteWriterTests {
  @Test func `what is appended comes out in order, however it grows`() {
    var writer = ByteWriter()
    for number in [0, 9, 10, -1, 12345] {
      writer.append(number)
      writer.append(UInt8(ascii: " "))
    }
    writer.append("text" as String)
    writer.append([33, 33])
    writer.append([1, 46, 47, 2][1...2])
    #expect(writer.bytes == Array("0 9 10 -1 12345 text!!./".utf8))
    let long = [UInt8](repeating: 65, count: 5000)
    writer.append(long)
    #expect(writer.count == 24 + 5000)
    #expect(writer.finish().suffix(5000) == long[...])
  }

  @Test func `a line is ended only where one was begun`() {
    var writer = ByteWriter()
    writer.startLine()
    writer.append("a")
    writer.startLine()
    writer.startLine()
    #expect(writer.finish() == Array("a\n".utf8))
  }

  @Test func `what was forgotten is gone, and no more`() {
    var writer = ByteWriter()
    writer.append("one two")
    writer.truncate(to: 3)
    writer.truncate(to: 10)
    #expect(writer.bytes == Array("one".utf8))
    writer.removeAll()
    #expect(writer.last == nil)
    writer.append("b")
    #expect(writer.last == UInt8(ascii: "b"))
    #expect(writer.finish() == Array("b".utf8))
  }

  @Test func `escaping is the same at every length and place`() {
    let special: [(Character, String)] = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
    for length in 0...40 {
      for place in 0..<max(length, 1) {
        for (character, reference) in special {
          var text = [Character](repeating: "x", count: length)
          if length > 0 { text[place] = character }
          var writer = ByteWriter()
          writer.append(escaping: String(text))
          let expected = String(text).replacing(String(character), with: reference)
          #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
        }
      }
    }
  }

  @Test func `a long text of nothing but specials is escaped whole`() {
    var writer = ByteWriter()
    writer.append(escaping: [UInt8](repeating: UInt8(ascii: "\""), count: 10_000))
    #expect(writer.finish() == Array(String(repeating: "&quot;", count: 10_000).utf8))
  }

  @Test func `other bytes pass as they are`() {
    var writer = ByteWriter()
    let bytes = (0...255).map { UInt8($0) }.filter { !Array("&<>\"".utf8).contains($0) }
    writer.append(escaping: bytes)
    #expect(writer.finish() == bytes)
  }
}
