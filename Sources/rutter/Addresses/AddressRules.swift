import Notes
import Source

/// Rules about addresses that the site has published before.
enum AddressRules {
  static let page = Rule(
    "addresses/vanished-address", .error, "Let every published address lead somewhere",
    advice: "Name the address under 'redirect-from' of the note that has its text now, or take it out of addresses.txt",
    fix: .unsafe)

  static let anchor = Rule(
    "addresses/vanished-anchor", .error, "Let every published part of a page stay where it is",
    advice: "Give the heading its old id with '{#id}', or take the address out of addresses.txt", fix: .unsafe)

  static let all = [page, anchor]

  /// What has vanished from a site.
  ///
  /// - Parameter read: Gives the bytes of a note by its file: fixes go into it.
  static func diagnostics(
    _ manifest: AddressManifest, _ index: SiteIndex, read: (String) -> [UInt8]
  ) -> [Diagnostic] {
    let published = PublishedAddresses(index)
    let successors = AddressSuccessors(manifest, index)
    var anchors: [Int: Set<String>] = [:]
    return manifest.lines.compactMap { line in
      let place = Place(path: manifest.path, range: line.range)
      let parts = line.address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      switch published.page(at: parts[0]) {
      case nil:
        // A page is told once, not again for each of its parts.
        guard parts.count == 1 else { return nil }
        return vanished(line.address, at: place, successors.note(of: line.address), index, read)
      case .section: return parts.count == 1 ? nil : lost(line.address, at: place)
      case .note(let note):
        guard parts.count == 2 else { return nil }
        let known = anchors[note] ?? Set(published.anchors(of: note))
        anchors[note] = known
        guard !known.contains(String(parts[1])) else { return nil }
        return lost(
          line.address, at: place, String(parts[1]), successors.heading(on: note, known), index.notes[note], read)
      }
    }
  }

  /// A page is gone. Where it is clear which note has its text now, it is told there: the redirection goes into it.
  private static func vanished(
    _ address: String, at place: Place, _ successor: Int?, _ index: SiteIndex, _ read: (String) -> [UInt8]
  ) -> Diagnostic {
    guard let successor else { return Diagnostic(page, "Address '\(address)' has vanished", at: place) }
    let note = index.notes[successor]
    let new = "/" + index.addresses[successor].path
    return Diagnostic(
      page, "Address '\(address)' has vanished; its page may be '\(new)' now", at: note.start,
      notes: [Remark("the address was published", at: place)],
      fix: RedirectFix.fix(address, in: note.file, read(note.file)))
  }

  /// A part of a page is gone.
  private static func lost(
    _ address: String, at place: Place, _ anchor: String = "", _ heading: NoteHeading? = nil, _ note: Note? = nil,
    _ read: (String) -> [UInt8] = { _ in [] }
  ) -> Diagnostic {
    guard let heading, let note else {
      return Diagnostic(self.anchor, "Address '\(address)' has vanished: the page has no such part", at: place)
    }
    return Diagnostic(
      self.anchor, "Address '\(address)' has vanished; its part may be '#\(heading.id)' now",
      at: Place(path: note.file, range: heading.range), notes: [Remark("the address was published", at: place)],
      fix: RedirectFix.fix(anchor, of: heading, read(note.file)))
  }
}
