/// A page as a template lists it: a name and where it is.
struct LinkModel: Sendable {
  var title: String
  var href: String
  /// Whether it is the page that lists it.
  var isCurrent = false
  /// Whether other pages stand below it.
  var isSection = false
  /// What it is about; only where the list is more than a menu.
  var summary = ""
  /// The kind of topic, such as `instruction`.
  var kind: String?
  /// Whether it is still to be written.
  var isStub = false

  static let shape = Shape(
    "link",
    [
      .text("title"), .text("href"), .flag("current"), .flag("isSection"), .text("summary"), .text("kind"),
      .flag("isStub"),
    ])

  var record: Record {
    Record([
      .text(title), .text(href), .flag(isCurrent), .flag(isSection), .text(summary), Value(kind), .flag(isStub),
    ])
  }
}

extension Value {
  /// Text, or nothing.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .absent
  }

  /// A page, or nothing.
  init(_ link: LinkModel?) {
    self = link.map { .record($0.record) } ?? .absent
  }

  /// Pages.
  init(_ links: [LinkModel]) {
    self = .list(links.map(\.record))
  }
}
