/// The page to study at: all cards by topic, and what asks them.
struct StudyModel: Sendable {
  /// A topic, and its cards.
  struct Topic: Sendable {
    var title: String
    var href: String?
    var count: Int
    /// Question and answer, as HTML.
    var cards: [(question: [UInt8], answer: [UInt8])]

    static let shape = Shape(
      "topic with cards",
      [
        .text("title"), .text("href"), .number("count"),
        .list("cards", Shape("card", [.html("question"), .html("answer")])),
      ])

    var record: Record {
      Record([
        .text(title), Value(href), .number(count),
        .list(cards.map { Record([.html($0.question), .html($0.answer)]) }),
      ])
    }
  }

  /// The addresses of the style and the scripts that only this page needs, and of the cards.
  var style: String
  var memory: String
  var charts: String
  var script: String
  var cards: String
  var count: Int
  var topics: [Topic]

  static let shape = Shape(
    "study",
    [
      .text("style"), .text("memory"), .text("charts"), .text("script"), .text("cards"), .number("count"),
      .flag("hasTopics"),
      .list("topics", Topic.shape),
    ])

  var record: Record {
    Record([
      .text(style), .text(memory), .text(charts), .text(script), .text(cards), .number(count), .flag(!topics.isEmpty),
      .list(topics.map(\.record)),
    ])
  }
}
