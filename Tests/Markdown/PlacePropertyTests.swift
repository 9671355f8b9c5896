import Foundation
import TestSupport
import Testing

@testable import Markdown

private struct Example: Decodable {
  let markdown: String
}

@Suite("Places")
struct PlacePropertyTests {
  @Test(.needsShared, arguments: ["corpus/commonmark/spec-0.30.jsonl", "corpus/commonmark/gfm.jsonl"])
  func everyNodeOfTheSpecificationsExamplesStandsWhereItWasWritten(file: String) throws {
    for line in try Shared.lines(file) {
      let example = try JSONDecoder().decode(Example.self, from: Data(line.utf8))
      let check = PlaceCheck(example.markdown)
      #expect(check.faults.isEmpty, "\(example.markdown.debugDescription)")
      for prefix in ["> ", "- ", "1.  > "] {
        let nested =
          prefix
          + example.markdown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + prefix)
        #expect(PlaceCheck(nested).faults.isEmpty, "\(nested.debugDescription)")
      }
    }
  }

  @Test(.needsShared, arguments: ["notes", "bench/speed/corpus", "bench/linking/docs", "bench/search/corpus"])
  func everyNodeOfRealNotesStandsWhereItWasWritten(folder: String) throws {
    let all = FileManager.default.enumerator(atPath: Shared.path(folder))?.compactMap { $0 as? String } ?? []
    let notes = all.filter { $0.hasSuffix(".md") }.sorted()
    #expect(!notes.isEmpty)
    for (index, note) in notes.enumerated() where index % max(1, notes.count / Self.noteLimit) == 0 {
      #expect(PlaceCheck(try Shared.text(folder + "/" + note)).faults == [], "\(note)")
    }
  }

  /// About how many notes of a folder are looked at.
  private static let noteLimit = 400

  private static let pieces = [
    "a", "b c", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "> ", ">", "- ", "1. ", "+\t", "*", "**",
    "_", "`",
    "``", "```", "~~~", "[", "]", "(", ")", "[a]", "[a]: /b", "[a](/b \"c\nd\")", "![", "<", ">", "<i>", "<!-- -->",
    "<a@b.de>", "\\", "\\*", "\\\n", "  \n", "&amp;", "&", "&copy;", "&#65;", "# ", "## ", " #", "===", "---", "***",
    "ä",
    "€", "\u{1F600}", "\0", "!", "\"", "'", ":", "~", "~~", "==", "[[", "]]", "[^1]", "[^1]: ", "|", "|-|-|",
    "| a | b |", "-|-",
    "www.a.de", "https://a.de/b", "a@b.de", "{#x}", "[!NOTE]", "[ ] ", ": ", ": d", "![[x]]", "[[T|u]]", ".", ",",
  ]

  @Test(arguments: Random.series(20))
  func everyNodeOfAnyTextStandsWhereItWasWritten(series: Random) {
    var random = series
    for _ in 0..<500 {
      let text = random.text(of: Self.pieces, upTo: 24)
      let check = PlaceCheck(text)
      #expect(check.faults.isEmpty, "\(text.debugDescription)")
    }
  }
}
