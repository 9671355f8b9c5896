import Source
import Testing

@testable import Notes

@Suite("What is needed first")
struct PrerequisitesTests {
  @Test(
    "stands in its section, up to the next heading of its level or higher",
    arguments: [
      ("## Before you begin\n\n^", true),
      ("^\n\n## Before you begin\n", false),
      ("## Before you begin\n\n### Prerequisites\n\n^", true),
      ("## Before you begin\n\n### Prerequisites\n\n### Tools\n\n^", true),
      ("## Before you begin\n\n## Steps\n\n^", false),
      ("### Prerequisites\n\n## Steps\n\n## Before you begin\n\n^", true),
    ])
  func contains(_ text: String, _ expected: Bool) throws {
    let site = SmallSite(["a.md": text])
    let place = try #require(Array(text.utf8).firstIndex(of: UInt8(ascii: "^")))
    #expect(Prerequisites(of: site.knowledge.notes[0]).contains(place) == expected)
  }
}
