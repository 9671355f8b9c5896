import Notes

/// The notes that name a page's topic, with what they say.
struct CitationsModel: Sendable {
  /// A note, and the sentence around the name: in three parts, all empty where it says nothing.
  struct Entry: Sendable {
    var link: LinkModel
    var sentence: Sentence?

    static let shape = Shape(
      "citation", [.text("title"), .text("href"), .flag("says"), .text("before"), .text("name"), .text("after")])

    var record: Record {
      guard let sentence else { return Record([.text(link.title), .text(link.href), .flag(false)] + Self.nothing) }
      let (text, name) = (sentence.text, sentence.name)
      return Record([
        .text(link.title), .text(link.href), .flag(true),
        .text(String(decoding: text[..<name.lowerBound], as: UTF8.self)),
        .text(String(decoding: text[name], as: UTF8.self)),
        .text(String(decoding: text[name.upperBound...], as: UTF8.self)),
      ])
    }

    private static let nothing: [Value] = [.absent, .absent, .absent]
  }

  /// The notes of one domain.
  struct Group: Sendable {
    /// The domain; nothing where all are of one.
    var title: String?
    var entries: [Entry]

    static let shape = Shape("citing", [.text("title"), .list("citations", Entry.shape)])

    var record: Record { Record([Value(title), .list(entries.map(\.record))]) }
  }

  var groups: [Group]
  /// How many notes name it, and how many of these are not shown.
  var count: Int
  var more: Int

  static let shape = Shape(
    "citations", [.list("groups", Group.shape), .number("count"), .flag("isCut"), .number("more")])

  var record: Record {
    Record([.list(groups.map(\.record)), .number(count), .flag(more > 0), .number(more)])
  }
}
