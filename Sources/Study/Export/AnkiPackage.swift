import Source

/// A package of cards for Anki: a ZIP archive with a collection (SQLite, schema 11) and the images that cards show.
public enum AnkiPackage {
  /// A package that cannot be made.
  public struct Problem: Error {
    /// Why.
    public let message: String
  }

  /// The package of some notes.
  ///
  /// Anki takes a note that it has already for a newer one only if its date of change is later. A note that `previous` has
  /// with the same content keeps the date that it has there, so that nothing changes where nothing did. Any other note is
  /// as new as `newest`, or a second newer than all in `previous` if that is later.
  ///
  /// - Parameters:
  ///   - media: The images, by the names that the cards call them.
  ///   - previous: The package that was made before; what is no such package says nothing.
  ///   - newest: When the newest of the files that the cards come from was changed: seconds since 1970.
  public static func bytes(
    of notes: [AnkiNote], media: [(name: String, bytes: [UInt8])], previous: [UInt8]? = nil, newest: Int
  ) throws(Problem) -> [UInt8] {
    let known = previous.flatMap(Known.init) ?? Known()
    let date = max(newest, known.newest + 1)
    do throws(Database.Problem) {
      let database = try Database()
      try database.execute(AnkiCollection.tables)
      try database.execute("BEGIN")
      let decks = Array(Set(notes.map(\.deck))).sorted()
      var latest = AnkiCollection.made
      var ids: Set<Int> = []
      for (place, note) in notes.enumerated() {
        let modified = known.date(of: note) ?? date
        latest = max(latest, modified)
        try insert(note, at: place, modified, &ids, into: database)
      }
      try database.insert(
        into: "col",
        [
          .integer(1), .integer(AnkiCollection.made), .integer(latest * 1000), .integer(AnkiCollection.made * 1000),
          .integer(11), .integer(0), .integer(0), .integer(0), .text(AnkiCollection.settings),
          .text(AnkiCollection.models), .text(AnkiCollection.decks(decks)), .text(AnkiCollection.deckSettings),
          .text("{}"),
        ])
      try database.execute("COMMIT")
      let entries = [ZipFile.Entry(name: "collection.anki2", bytes: try database.bytes()), list(of: media)]
      return ZipFile.bytes(
        of: entries + media.enumerated().map { ZipFile.Entry(name: String($0), bytes: $1.bytes) })
    } catch {
      throw Problem(message: error.message)
    }
  }

  private static func insert(
    _ note: AnkiNote, at place: Int, _ modified: Int, _ ids: inout Set<Int>, into database: borrowing Database
  ) throws(Database.Problem) {
    // Room for the cards of the note behind it.
    var id = AnkiCollection.number(note.guid, after: 1_600_000_000_000)
    while !ids.isDisjoint(with: id...id + note.cards) { id += 1 }
    ids.formUnion(id...id + note.cards)
    try database.insert(
      into: "notes",
      [
        .integer(id), .text(note.guid),
        .integer(note.model == .basic ? AnkiCollection.basicModel : AnkiCollection.clozeModel), .integer(modified),
        .integer(-1), .text(" " + note.tags.joined(separator: " ") + " "),
        .text(note.fields.joined(separator: "\u{1F}")), .text(note.fields[0]), .integer(0), .integer(0), .text(""),
      ])
    for card in 0..<note.cards {
      try database.insert(
        into: "cards",
        [
          .integer(id + card), .integer(id), .integer(AnkiCollection.deckID(note.deck)), .integer(card),
          .integer(modified), .integer(-1), .integer(0), .integer(0), .integer(place + 1),
        ] + Array(repeating: .integer(0), count: 8) + [.text("")])
    }
  }

  /// Which file is which image.
  private static func list(of media: [(name: String, bytes: [UInt8])]) -> ZipFile.Entry {
    var json = JSONWriter()
    json.object { json in
      for (number, image) in media.enumerated() { json.member(String(number), image.name) }
    }
    return ZipFile.Entry(name: "media", bytes: json.finish())
  }

  /// What a package has already.
  private struct Known {
    private var notes: [String: (content: String, date: Int)] = [:]
    private(set) var newest = 0

    init() {}

    init?(_ package: [UInt8]) {
      guard let collection = ZipFile.entry("collection.anki2", in: package) else { return nil }
      do throws(Database.Problem) {
        let database = try Database()
        try database.load(collection)
        for row in try database.rows(of: "SELECT guid, mod, mid, tags, flds FROM notes") {
          guard let date = Int(row[1]) else { continue }
          notes[row[0]] = (row[2...].joined(separator: "\u{1E}"), date)
          newest = max(newest, date)
        }
      } catch {
        return nil
      }
    }

    /// The date of a note, if it is as it was.
    func date(of note: AnkiNote) -> Int? {
      guard let known = notes[note.guid] else { return nil }
      let model = note.model == .basic ? AnkiCollection.basicModel : AnkiCollection.clozeModel
      let content = [
        String(model), " " + note.tags.joined(separator: " ") + " ", note.fields.joined(separator: "\u{1F}"),
      ]
      return known.content == content.joined(separator: "\u{1E}") ? known.date : nil
    }
  }
}
