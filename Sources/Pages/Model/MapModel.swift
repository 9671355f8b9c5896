/// All topics of a domain, in the order in which they are learnt, parts below what they are parts of.
struct MapModel: Sendable {
  var title: String
  /// Its place in the page.
  var anchor: String
  /// The page about it, or that lists it.
  var href: String?
  /// How many topics it has.
  var count: Int
  var topics: [MapEntryModel]
  /// Up to how many topics one column does.
  private static let short = 6

  static let shape = Shape(
    "domain",
    [
      .text("title"), .text("anchor"), .text("href"), .number("count"), .flag("isShort"), .flag("hasTopics"),
      .list("topics", MapEntryModel.shape),
    ])

  var record: Record {
    Record([
      .text(title), .text(anchor), Value(href), .number(count), .flag(count <= Self.short), .flag(!topics.isEmpty),
      .list(topics.map(\.record)),
    ])
  }
}

/// A topic on the map, and its parts.
struct MapEntryModel: Sendable {
  var title: String
  var href: String
  var parts: [MapEntryModel] = []

  static let shape = Shape(
    "topic", [.text("title"), .text("href"), .flag("hasTopics"), .list("topics", named: "topic")])

  var record: Record {
    Record([.text(title), .text(href), .flag(!parts.isEmpty), .list(parts.map(\.record))])
  }
}
