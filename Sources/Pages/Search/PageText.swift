package import Markdown
package import Notes
import Search

/// What a search learns from the text of a note: its words, and what it calls the pages that it links to.
package struct PageText: Sendable {
  /// A link to another page of the site.
  struct NamedLink: Sendable {
    /// Where it leads.
    let target: LinkTarget
    /// Its text without markup.
    let text: String
  }

  /// The words.
  let words: BodyWords
  /// The links that say something, in order.
  let links: [NamedLink]

  /// How long the text of a link may be to be a name, in bytes.
  private static let longestName = 120

  /// Reads the body of a note.
  package init(_ body: Body, of note: Int, in knowledge: KnowledgeBase) {
    words = BodyWords(html: body.html.span)
    var links: [NamedLink] = []
    var open: (link: Int, start: Int)?
    for hole in body.holes {
      switch hole.kind {
      case .linkStart: open = (hole.index, hole.offset)
      case .linkEnd:
        guard let (link, start) = open, link == hole.index else { continue }
        open = nil
        let target = knowledge.targets[note][link]
        guard Self.leadsElsewhere(target, from: note), hole.offset - start <= Self.longestName * 2 else { continue }
        let text = PlainHTML.text(of: body.html[start..<hole.offset])
        if !text.isEmpty, text.utf8.count <= Self.longestName { links.append(NamedLink(target: target, text: text)) }
      default: continue
      }
    }
    self.links = links
  }

  private static func leadsElsewhere(_ target: LinkTarget, from note: Int) -> Bool {
    switch target {
    case .note(let other, _): other != note
    case .section, .made: true
    case .asset, .stub, .asWritten, .missing: false
    }
  }
}
