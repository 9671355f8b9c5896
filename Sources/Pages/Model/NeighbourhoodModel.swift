/// The topics nearest to a page's topic, as a drawing and as lists.
struct NeighbourhoodModel: Sendable {
  /// Neighbours of one kind.
  struct Group: Sendable {
    /// How they belong to the topic, such as "requires".
    var label: String
    var links: [LinkModel]

    static let shape = Shape("group", [.text("label"), .list("links", LinkModel.shape)])

    var record: Record { Record([.text(label), Value(links)]) }
  }

  /// SVG.
  var drawing: [UInt8]
  var groups: [Group]

  static let shape = Shape("neighbourhood", [.html("drawing"), .list("groups", Group.shape)])

  var record: Record { Record([.html(drawing), .list(groups.map(\.record))]) }
}
