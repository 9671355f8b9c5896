import Markdown
import Source

/// Finds where a note's links lead.
///
/// A path is looked for beside the note's file, then below the page's address, as a browser would; `/…` starts at the
/// content folder. A wikilink is a title, an alias or a file's name, or a path.
package struct Linker: Sendable {
  private let index: SiteIndex
  private let topics: Topics

  /// A linker for the notes of `index`. Several may work side by side.
  package init(_ index: SiteIndex, _ topics: Topics) {
    self.index = index
    self.topics = topics
  }

  /// Where the links of a note lead, in their order, and what is wrong with them.
  package func links(of note: Int) -> (targets: [LinkTarget], faults: [LinkFault]) {
    links(of: note, as: index.notes[note])
  }

  /// The same for a note that may have read otherwise when the site was.
  package func links(of note: Int, as content: Note) -> (targets: [LinkTarget], faults: [LinkFault]) {
    var targets: [LinkTarget] = []
    var faults: [LinkFault] = []
    let links = content.links
    targets.reserveCapacity(links.count)
    // What is written in an outline is seen from there, on whatever page it is shown.
    let writer = index.notes[note].part.flatMap { index.notesByPath[$0.source.path] } ?? note
    for (number, link) in links.enumerated() {
      let (target, reason) = resolve(link, of: writer)
      targets.append(target)
      if let reason { faults.append(LinkFault(note: note, link: number, reason: reason)) }
    }
    return (targets, faults)
  }

  private func resolve(_ link: Link, of note: Int) -> (LinkTarget, LinkFault.Reason?) {
    switch link.kind {
    case .wikilink: return topic(link.destination, of: note)
    case .embed: return embed(link.destination, of: note)
    case .link, .image:
      guard HTMLWriter.isSafe(destination: link.destination) else { return (.asWritten, .unsafeScheme) }
      guard !HTMLWriter.isExternal(destination: link.destination) else { return (.asWritten, nil) }
      return path(link.destination, of: note, isImage: link.kind == .image)
    }
  }

  // MARK: Paths

  private func path(_ text: String, of note: Int, isImage: Bool) -> (LinkTarget, LinkFault.Reason?) {
    let destination = Destination(text)
    guard !destination.path.isEmpty else { return anchored(.note(note, fragment: destination.fragment)) }
    switch find(destination.path, from: note) {
    case .note(let found, _): return anchored(.note(found, fragment: destination.fragment))
    case .asWritten: return (.asWritten, .outsideSite)
    case .missing: break
    case let target: return (target, nil)
    }
    if let draft = draft(destination.path, from: note) { return (.asWritten, .draft(path: draft)) }
    return (.asWritten, isImage ? .missingImage(path: destination.path) : .missingPage(path: destination.path))
  }

  /// The page or file at a path; `.asWritten` where it climbs out of the site, `.missing` where nothing is there.
  private func find(_ path: String, from note: Int) -> LinkTarget {
    if path.hasPrefix("/") {
      guard let joined = Destination.join("", path) else { return .asWritten }
      return lookUp(joined) ?? .missing
    }
    let beside = Destination.join(String(index.notes[note].path.folder), path)
    if let beside, let found = lookUp(beside) { return found }
    let below = Destination.join(index.addresses[note].path, path)
    if let below, let found = lookUp(below) { return found }
    return beside == nil ? .asWritten : .missing
  }

  /// The note at a path, seen from another note or from the content folder.
  func note(at path: String, from note: Int) -> Int? {
    if case .note(let found, _) = find(path, from: note) { return found }
    if case .note(let found, _) = find("/" + path, from: note) { return found }
    return nil
  }

  private func lookUp(_ path: String) -> LinkTarget? {
    if let note = index.notesByPath[path] { return .note(note, fragment: nil) }
    if let asset = index.assetsByPath[path] { return .asset(asset) }
    if let note = index.notesByPath[path + ".md"] { return .note(note, fragment: nil) }
    if path.hasSuffix(".html"), let note = index.redirects[Address(path)] { return .note(note, fragment: nil) }
    var address = path
    if address.hasSuffix("index.html") { address.removeLast("index.html".count) }
    if !address.isEmpty, !address.hasSuffix("/") { address += "/" }
    return page(at: Address(address))
  }

  private func page(at address: Address) -> LinkTarget? {
    if let note = index.notesByAddress[address] { return .note(note, fragment: nil) }
    if let section = index.sectionsByAddress[address] { return .section(section) }
    if let note = index.redirects[address] { return .note(note, fragment: nil) }
    if let page = MadePage.allCases.first(where: { $0.address == address }), page.isMade(of: topics, in: index) {
      return .made(page)
    }
    return nil
  }

  /// The path of the draft that a path leads to, seen from a note.
  func draft(_ path: String, from note: Int) -> String? {
    guard !index.drafts.isEmpty,
      let joined = Destination.join(path.hasPrefix("/") ? "" : String(index.notes[note].path.folder), path)
    else { return nil }
    return index.draftsByPath[joined] != nil ? joined : index.draftsByPath[joined + ".md"].map { _ in joined + ".md" }
  }

  // MARK: Names

  private func topic(_ text: String, of note: Int) -> (LinkTarget, LinkFault.Reason?) {
    let destination = Destination(text, isName: true)
    guard !destination.path.isEmpty else { return anchored(.note(note, fragment: destination.fragment), byText: true) }
    let found = index.names.notes(named: destination.path, from: index.notes[note].path, in: index.notes)
    if let first = found.first {
      let (target, reason) = anchored(.note(first, fragment: destination.fragment), byText: true)
      return found.count == 1
        ? (target, reason) : (target, .ambiguous(name: destination.path, notes: found))
    }
    if let inner = innerTopic(destination, of: note) { return inner }
    let beside = find(destination.path, from: note)
    switch beside == .missing ? find("/" + destination.path, from: note) : beside {
    case .note(let found, _): return anchored(.note(found, fragment: destination.fragment), byText: true)
    case .asWritten: return (.missing, .outsideSite)
    case .missing: break
    case let target: return (target, nil)
    }
    if let draft = draft(destination.path, from: note) { return (.missing, .draft(path: draft)) }
    return (.missing, .unknownTopic(name: destination.path))
  }

  /// A topic within a note, where a name with no fragment is one's. A stub is known, but has no place yet.
  private func innerTopic(_ destination: Destination, of note: Int) -> (LinkTarget, LinkFault.Reason?)? {
    guard destination.fragment == nil else { return nil }
    let found = topics.named(destination.path, in: index.notes[note].domain)
    guard let first = found.first else { return nil }
    let target =
      topics[first].isStub ? LinkTarget.stub(first) : .note(topics[first].note, fragment: topics[first].anchor)
    let notes = found.map { topics[$0].note }
    return (target, found.count == 1 ? nil : .ambiguous(name: destination.path, notes: notes))
  }

  private func embed(_ text: String, of note: Int) -> (LinkTarget, LinkFault.Reason?) {
    let destination = Destination(text, isName: true)
    if Asset.isImage(destination.path) {
      if case .asset(let asset) = find(destination.path, from: note) { return (.asset(asset), nil) }
      if let asset = index.assetsByName[destination.path] { return (.asset(asset), nil) }
      return (.missing, .missingEmbed(name: destination.path))
    }
    let (target, reason) = topic(text, of: note)
    if case .unknownTopic(let name) = reason { return (target, .missingEmbed(name: name)) }
    return (target, reason)
  }

  // MARK: Anchors

  /// The target, if its note has the heading that it names; `byText` also compares the heading's text.
  private func anchored(_ target: LinkTarget, byText: Bool = false) -> (LinkTarget, LinkFault.Reason?) {
    guard case .note(let note, let fragment?) = target, !fragment.isEmpty, fragment != "top" else {
      return (target, nil)
    }
    let headings = index.notes[note].headings
    if headings.contains(where: { $0.id == fragment }) || index.notes[note].anchors.contains(fragment) {
      return (target, nil)
    }
    if let moved = moved(fragment, from: note, byText: byText) { return (moved, nil) }
    if byText {
      let name = NameIndex.fold(fragment.split(separator: "#").last ?? "")
      if let heading = headings.first(where: { NameIndex.fold($0.text) == name }) {
        return (.note(note, fragment: heading.id), nil)
      }
    }
    return (.note(note, fragment: fragment), .missingAnchor(page: note, fragment: fragment))
  }

  /// Where a heading of an outline went.
  private func moved(_ fragment: String, from note: Int, byText: Bool) -> LinkTarget? {
    let moved = index.notes[note].moved
    guard !moved.isEmpty else { return nil }
    let name = NameIndex.fold(fragment.split(separator: "#").last ?? "")
    let found = moved.first { $0.id == fragment } ?? moved.first { byText && NameIndex.fold($0.text) == name }
    return found.flatMap { heading in
      index.notesByPath[heading.path.path].map { .note($0, fragment: heading.fragment) }
    }
  }
}
