/// Everything that is known of a site's notes: where they stand, and how they refer to each other.
public struct KnowledgeBase: Sendable {
  /// The notes, sections and assets.
  public let index: SiteIndex
  /// For each note, where its links lead, in their order.
  public let targets: [[LinkTarget]]
  /// What is wrong with links, by note and link.
  public let faults: [LinkFault]

  /// A site whose links were resolved by a ``Linker``, in the order of its notes.
  public init(_ index: SiteIndex, links: [(targets: [LinkTarget], faults: [LinkFault])]) {
    self.index = index
    targets = links.map(\.targets)
    let circles = EmbedCircles.find(in: index, targets: links.map(\.targets))
    faults = links.flatMap(\.faults) + circles
  }

  /// A site, resolved in one go.
  public init(_ index: SiteIndex) {
    let linker = Linker(index)
    self.init(index, links: index.notes.indices.map { linker.links(of: $0) })
  }

  /// The notes, by path.
  public var notes: [Note] { index.notes }
}
