import Markdown
import Source
import TestSupport
import Testing

@testable import Notes

@Suite("Whatever an outline says is said once")
struct OutlinePropertyTests {
  /// An outline in which every word stands once.
  private static func outline(_ random: inout Random) -> (text: String, words: [String]) {
    var text = random.once(in: 2) ? "# Title\n\n" : ""
    var words: [String] = []
    var depth = 0
    func word(_ random: inout Random) -> String {
      words.append("w\(words.count)\(random.pick(["x", "y"]))q")
      return words[words.count - 1]
    }
    for _ in 0..<random.int(6...40) {
      if random.once(in: 9) {
        text += "\n## \(word(&random))\n\n"
        depth = 0
      }
      depth = random.int(0...min(depth + 1, 5))
      let a = word(&random)
      let b = word(&random)
      let line = random.pick([
        "\(a): the \(b) of it", "\(a)", "**\(a)** - \(b) is not it.", "`-\(a) <n>` sets \(b)", "\(a) `\(b)`: does it",
        "if \(a) is \(b):", "These \(a) attach \(b).  They do.", "a \(a) is a \(b)", "\(a) are *\(b)*.  They are so.",
        "the [\(a)](https://example.org) is **\(b)**", "Understanding \(a) \(b):", "\(a), \(b)", "use \(a) with \(b)",
        "default \(a): \(b)", "\(a) is called a \(b).", "\(a)\n\(String(repeating: " ", count: depth * 4 + 2))\(b)",
      ])
      words.removeAll { !line.contains($0) && ($0 == a || $0 == b) }
      text += String(repeating: " ", count: depth * 4) + "- " + line + "\n"
    }
    return (text, words)
  }

  @Test func `on exactly one page`() {
    var outlines = 0
    for var random in Random.series(400) {
      let (text, words) = Self.outline(&random)
      let site = OutlineSite(text)
      guard site.readings.first?.note.isOverview == true else { continue }
      outlines += 1
      let pages = site.readings.map { reading in
        (reading.note.title + " " + reading.note.inner.map(\.name).joined(separator: " ") + " "
          + String(decoding: reading.body.html, as: UTF8.self)).lowercased()
      }
      for word in words {
        // The overview names and defines what is on other pages.
        let holders = pages.dropFirst().count { $0.contains(word) }
        #expect(
          holders == 1 || holders == 0 && pages[0].contains(word),
          "seed \(random.seed): \(word) is on \(holders) pages of\n\(text)")
      }
    }
    #expect(outlines > 100)
  }

  @Test func `whatever the Markdown is`() {
    let pieces = [
      "- ", "\n", "    ", "  ", "* ", "1. ", "# ", "## ", "a", "b c", ": ", " - ", "**", "`", "`-x`", "[^1]", "[^1]: ",
      "[a](b)",
      "(", ")", ". ", "?", "\t", "> ", "|", "```\n", "é", "—", "If ", "What is a ", "[[x]]", "![[y]]", "<b>", "\\",
      "&amp;", ", ",
      "- a: b\n- c: d\n- e: f\n", "is a ", "are called ", "\r\n", "- [ ] ", "term\n: what", "---\n", "{#id}", "\n# \n",
      "\n## ``\n", "\"", ": ", ".",
    ]
    for var random in Random.series(3_000) {
      let text = random.text(of: pieces, upTo: 60)
      let site = OutlineSite("- a: b\n- c: d\n- e: f\n" + text)
      let file = site.readings[0].note.file
      #expect(Set(site.addresses).count == site.addresses.count, "seed \(random.seed)")
      for reading in site.readings {
        #expect(reading.note.file == file && !reading.note.title.isEmpty, "seed \(random.seed)")
        for hole in reading.body.holes {
          let isInside =
            switch hole.kind {
            case .linkStart, .linkEnd, .image, .embed, .inlineEmbed: hole.index < reading.note.links.count
            case .headingID, .headingAnchor, .section: hole.index < reading.note.headings.count
            default: true
            }
          #expect(isInside, "seed \(random.seed): a hole of nothing in \(text)")
        }
      }
    }
  }
}
