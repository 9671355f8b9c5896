/// The snippets that a page's topic is used in.
struct UsesModel: Sendable {
  /// How many there are.
  var count: Int
  /// Where the first of them are, and where more are; not all of very many.
  var places: [LinkModel]
  var rest: [LinkModel]
  /// How many places there are beside.
  var more: Int

  static let shape = Shape(
    "uses",
    [
      .number("count"), .flag("isOne"), .list("places", LinkModel.shape), .flag("hasRest"),
      .list("rest", LinkModel.shape), .number("restCount"), .flag("isCut"), .number("more"),
    ])

  var record: Record {
    Record([
      .number(count), .flag(count == 1), Value(places), .flag(!rest.isEmpty), Value(rest), .number(rest.count + more),
      .flag(more > 0), .number(more),
    ])
  }
}
