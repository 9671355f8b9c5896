import Markdown
import Source
import TestSupport
import Testing

@testable import Notes

@Suite("Mentions, in any text")
struct MentionInvariantTests {
  /// What texts are made of: names, marks of Markdown, and bytes that are neither.
  private static let pieces = [
    "pod", "Pods", "config map", "ConfigMap", "control plane", "Control\nPlane", "node", "nodes", "API", "the", "a",
    "to", "of",
    " ", " ", " ", "\n", "\n\n", "\n> ", "\n- ", "\n## ", "`", "``", "*", "**", "_", "[", "](x)", "<b>", "</a>", "<a>",
    "&amp;", "&",
    "\\", "|", "\n|a|b|\n|-|-|\n", "```\n", "é", "—", "“", "\u{301}", "😀", "(", ")", ".", ":", "-", "/", "'s",
    "[[Pod]]", "==", "~~",
  ]

  @Test("lie in prose, do not overlap, and say in the HTML what they say in the file", arguments: 0..<300)
  func hold(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let text = (0..<120).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }.joined()
    let files = [
      ("a.md", "---\ntitle: Pod\nkind: object\n---\nA group of containers on a node."),
      ("b.md", "---\ntitle: ConfigMap\nkind: object\n---\nData for pods."),
      ("c.md", "---\ntitle: Control Plane\nkind: concept\n---\nRuns nodes."), ("d.md", "# Node\n\nRuns pods."),
      ("page.md", text),
    ]
    let reader = NoteReader(settings: Settings()) { _, _, _, _ in }
    let readings = files.flatMap { path, text in
      reader.read(SourceText(path: path, bytes: Array(text.utf8)), at: ContentPath(path))
    }
    let index = SiteIndex(readings.map(\.note), assets: [], title: "Site", withDrafts: true)
    let knowledge = KnowledgeBase(index, bodies: readings.map(\.body))
    for (note, reading) in readings.enumerated() {
      let file = Array((files.first { $0.0 == reading.note.path.path }?.1 ?? "").utf8)
      check(knowledge.mentions[note], reading.body, file)
    }
  }

  private func check(_ mentions: [Mention], _ body: Body, _ file: [UInt8]) {
    var (html, source) = (0, 0)
    for mention in mentions {
      #expect(mention.html.lowerBound >= html && mention.range.start >= source)
      (html, source) = (mention.html.upperBound, mention.range.end)
      #expect(html <= body.html.count && source <= file.count)
      for index in mention.html where body.html[index].isLetter {
        #expect(body.prose.contains { $0.range.contains(index) })
      }
      let letters = { (bytes: ArraySlice<UInt8>) in bytes.filter { $0.isLetter } }
      #expect(letters(body.html[mention.html]) == letters(file[mention.range.start..<mention.range.end]))
    }
    let linked = body.marking(mentions)
    #expect(linked.html == body.html)
    #expect(linked.holes.count == body.holes.count + 2 * mentions.count { $0.isLinked })
  }
}
