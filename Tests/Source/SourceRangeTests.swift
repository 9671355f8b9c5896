import Source
import Testing

@Suite("A range of bytes")
struct SourceRangeTests {
  @Test func `spans from its start to its end`() {
    let range = SourceRange(3, 8)
    #expect((range.start, range.end, range.count, range.isEmpty) == (3, 8, 5, false))
    #expect(SourceRange(at: 4) == SourceRange(4, 4))
    #expect(SourceRange(at: 4).isEmpty)
  }

  @Test func `nonsense becomes the nearest sense`() {
    #expect(SourceRange(-5, -2) == SourceRange(0, 0))
    #expect(SourceRange(9, 3) == SourceRange(9, 9))
    #expect(SourceRange(1, .max).end == Int(UInt32.max))
  }

  @Test func `is shifted`() {
    #expect(SourceRange(3, 8).shifted(by: 10) == SourceRange(13, 18))
    #expect(SourceRange(3, 8).shifted(by: -5) == SourceRange(0, 3))
  }
}
