/// What explains the terms that code is written in: topics of the site, and where there is none a sentence.
public struct Glossary: Sendable {
  /// What explains a term.
  public struct Entry: Sendable {
    /// The topic that it is, if the site has one.
    public let topic: Int?
    /// Where a reader learns more: that topic, the section on it in the topic that it belongs to, or a rule's page.
    /// ``LinkTarget/missing`` where there is nothing.
    public let target: LinkTarget
    /// What it is, in plain text.
    public let explanation: String
  }

  /// A code block that a term stands in.
  public struct Use: Sendable, Hashable {
    /// The note.
    public let note: Int
    /// The block's place in ``Note/codeBlocks``.
    public let block: Int
  }

  /// For each term, what explains it.
  public let entries: [Entry]
  private let usesOfTopics: [Int: [Use]]

  /// What explains `terms` on a site with these topics.
  init(_ terms: [CodeTerm], _ topics: Topics, _ index: SiteIndex) {
    var finder = TermTopics(terms, topics, index)
    entries = terms.indices.map { finder.entry(of: $0) }
    usesOfTopics = terms.isEmpty ? [:] : Self.uses(of: entries, in: index)
  }

  /// The code blocks that use a topic, in the order of notes.
  public func uses(ofTopic topic: Int) -> [Use] {
    usesOfTopics[topic] ?? []
  }

  private static func uses(of entries: [Entry], in index: SiteIndex) -> [Int: [Use]] {
    var uses: [Int: [Use]] = [:]
    for (number, note) in index.notes.enumerated() {
      for (block, content) in note.codeBlocks.enumerated() {
        let use = Use(note: number, block: block)
        for term in content.terms where entries.indices.contains(term) {
          guard let topic = entries[term].topic, uses[topic]?.last != use else { continue }
          uses[topic, default: []].append(use)
        }
      }
    }
    return uses
  }
}
