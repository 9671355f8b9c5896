import Notes

/// An entry of a page's table of contents, and the entries one level below it.
struct ContentsModel: Sendable {
  var title: [UInt8]
  var href: String
  var children: [ContentsModel] = []

  static let shape = Shape("entry", [.html("title"), .text("href"), .list("children", leaf)])
  private static let leaf = Shape("subentry", [.html("title"), .text("href")])

  var record: Record {
    Record([.html(title), .text(href), .list(children.map { Record([.html($0.title), .text($0.href)]) })])
  }

  /// Two levels of a note's headings, the highest that it uses; nothing for fewer than two headings.
  static func entries(of note: Note) -> [ContentsModel] {
    let headings = note.headings.dropFirst(note.hasTitleHeading ? 1 : 0)
    guard headings.count > 1, let top = headings.map(\.level).min() else { return [] }
    var entries: [ContentsModel] = []
    for heading in headings where heading.level <= top + 1 {
      let entry = ContentsModel(title: heading.html, href: "#" + heading.id)
      if heading.level == top || entries.isEmpty {
        entries.append(entry)
      } else {
        entries[entries.count - 1].children.append(entry)
      }
    }
    return entries
  }
}
