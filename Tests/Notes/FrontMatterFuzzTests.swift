import Source
import TestSupport
import Testing

@testable import Notes

@Suite struct FrontMatterFuzzTests {
  private static let pieces =
    [
      "---\n", "---\r\n", "...\n", "---", "\n", "\r\n", ": ", "- ", "[", "]", "{", "}", "'", "\"", "é", "\u{FEFF}", " ",
      "  ",
    ]
    + ["2026-11-23", "2026-02-30", "true", "auto", "[[Pod]]", "|\n", "&x ", "*x", "\u{1}"]
    + FrontMatter.Key.allCases.map { $0.rawValue + ": " }

  @Test("Whatever a note begins with, every place lies in it and no text is lost")
  func anything() {
    for var random in Random.series(3_000) {
      let text = (random.once(in: 4) ? "" : "---\n") + random.text(of: Self.pieces, upTo: 30)
      let count = text.utf8.count
      let (matter, bodyStart, problems) = FrontMatter.read(SourceText(path: "", bytes: Array(text.utf8)))
      #expect(bodyStart <= count, "seed \(random.seed)")
      #expect(problems.allSatisfy { $0.range.end <= count && !$0.message.isEmpty }, "seed \(random.seed)")
      #expect(matter.relations.allSatisfy { $0.range.end <= count }, "seed \(random.seed)")
      // Only what stands between two fences at the very beginning is not text.
      if bodyStart > 3 { #expect(text.drop { $0 == "\u{FEFF}" }.hasPrefix("---"), "seed \(random.seed)") }
    }
  }

  @Test("Random bytes are no danger")
  func randomBytes() {
    for var random in Random.series(1_000) {
      let bytes = Array("---\n".utf8) + random.bytes(upTo: 100) + Array("\n---\n".utf8)
      let bodyStart = FrontMatter.read(SourceText(path: "", bytes: bytes)).bodyStart
      #expect(bodyStart <= bytes.count, "seed \(random.seed)")
    }
  }
}
