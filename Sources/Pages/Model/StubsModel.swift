/// What is still to be written, note by note.
struct StubsModel: Sendable {
  /// A topic that is only named.
  struct Entry: Sendable {
    var title: String
    var anchor: String
    /// Where it is named: `docker/notes.md:12`, below the content folder.
    var place: String
    /// The address at which that is edited.
    var edit: String?
    /// How often notes name it, and some of them.
    var count: Int
    var pages: [LinkModel]

    static let shape = Shape(
      "stub",
      [
        .text("title"), .text("anchor"), .text("place"), .text("edit"), .flag("isNamed"), .number("count"),
        .flag("isNamedOnce"), .list("pages", LinkModel.shape),
      ])

    var record: Record {
      Record([
        .text(title), .text(anchor), .text(place), Value(edit), .flag(count > 0), .number(count), .flag(count == 1),
        Value(pages),
      ])
    }
  }

  /// The stubs of one note.
  struct Group: Sendable {
    var note: LinkModel
    var domain: String?
    var entries: [Entry]

    static let shape = Shape(
      "stubs of a note",
      [.text("title"), .text("href"), .text("domain"), .number("count"), .list("stubs", Entry.shape)])

    var record: Record {
      Record([
        .text(note.title), .text(note.href), Value(domain), .number(entries.count), .list(entries.map(\.record)),
      ])
    }
  }
}
