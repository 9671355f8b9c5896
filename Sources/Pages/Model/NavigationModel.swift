/// The pages around a page: those of its section, never the whole tree.
struct NavigationModel: Sendable {
  var section: LinkModel
  /// Records of ``LinkModel``s.
  var items: [Record]
  /// Whether the section has more pages than are listed.
  var isCut: Bool
  var parent: LinkModel?

  static let shape = Shape(
    "navigation",
    [
      .text("title"), .text("href"), .flag("current"), .list("items", LinkModel.shape), .flag("more"),
      .record("parent", LinkModel.shape),
    ])

  var record: Record {
    Record([
      .text(section.title), .text(section.href), .flag(section.isCurrent), .list(items), .flag(isCut), Value(parent),
    ])
  }
}
