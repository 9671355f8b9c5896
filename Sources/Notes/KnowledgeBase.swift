/// Everything that is known of a site's notes: where they stand, and how they refer to each other.
public struct KnowledgeBase: Sendable {
  /// The notes, sections and assets.
  public let index: SiteIndex
  /// For each note, where its links lead, in their order.
  public let targets: [[LinkTarget]]
  /// What is wrong with links, by note and link.
  public let faults: [LinkFault]

  /// A site whose links were resolved by ``SiteIndex/links(of:)``, in the order of its notes.
  public init(_ index: SiteIndex, links: [(targets: [LinkTarget], faults: [LinkFault])]) {
    self.index = index
    targets = links.map(\.targets)
    let circles = EmbedCircles.find(in: index, targets: links.map(\.targets))
    faults = links.flatMap(\.faults) + circles
  }

  /// A site, resolved in one go.
  public init(_ index: SiteIndex) {
    self.init(index, links: index.notes.indices.map(index.links(of:)))
  }

  /// The notes, by path.
  public var notes: [Note] { index.notes }
}

extension SiteIndex {
  /// Where the links of a note lead, and what is wrong with them. Notes may be asked for side by side.
  public func links(of note: Int) -> (targets: [LinkTarget], faults: [LinkFault]) {
    Linker(index: self).links(of: note)
  }
}
