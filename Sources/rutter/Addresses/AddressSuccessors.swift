import Notes
import Source

/// Finds what has most likely taken the place of a page, or of a part of one, that has vanished.
///
/// Only what is new can be: a page whose address the manifest does not have, a heading whose id it does not have.
struct AddressSuccessors {
  private let index: SiteIndex
  private let known: Set<String>
  /// The notes whose addresses are new; those of outlines have no front matter of their own.
  private let newNotes: [Int]

  init(_ manifest: AddressManifest, _ index: SiteIndex) {
    self.index = index
    let known = Set(manifest.lines.map(\.address))
    self.known = known
    newNotes = index.notes.indices.filter {
      index.notes[$0].part == nil && !known.contains("/" + index.addresses[$0].path)
    }
  }

  /// The note that has the text of a vanished page now: one of its name that lies elsewhere, one of a similar name, one
  /// that has its name as an alias, or the only new one in its folder.
  func note(of address: String) -> Int? {
    let name = Self.name(address)
    if let moved = only(newNotes.filter { Self.name(index.addresses[$0].path) == name }) { return moved }
    let names = newNotes.map { Self.name(index.addresses[$0].path) }
    if let nearest = Suggestion.nearest(to: name, among: names) {
      return only(newNotes.filter { Self.name(index.addresses[$0].path) == nearest })
    }
    let namesakes = index.notes.indices.filter { note in
      index.notes[note].part == nil
        && ([index.notes[note].title] + index.notes[note].frontMatter.aliases.map(\.text)).contains {
          Self.slug($0) == name
        }
    }
    if let namesake = only(namesakes) { return namesake }
    let folder = Self.folder(address)
    return only(newNotes.filter { Self.folder("/" + index.addresses[$0].path) == folder })
  }

  /// The heading of a note that has the text of a vanished part now: the only one that is new.
  func heading(on note: Int, _ anchors: Set<String>) -> NoteHeading? {
    let address = "/" + index.addresses[note].path
    let title = index.notes[note].titleAnchor
    let new = index.notes[note].headings.filter { $0.id != title && !known.contains("\(address)#\($0.id)") }
    let lost = known.filter {
      $0.hasPrefix(address + "#") && !anchors.contains(String($0.dropFirst(address.count + 1)))
    }
    return new.count == 1 && lost.count == 1 ? new.first : nil
  }

  private func only(_ notes: [Int]) -> Int? { notes.count == 1 ? notes.first : nil }

  /// `/docker/volume/` → `volume`
  private static func name(_ address: String) -> String {
    String(address.split(separator: "/").last ?? "")
  }

  private static func folder(_ address: String) -> String {
    address.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func slug(_ text: String) -> String {
    text.lowercased().split(separator: " ").joined(separator: "-")
  }
}
