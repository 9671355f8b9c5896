/// A folder of the site: a page that lists other pages.
public struct Section: Sendable {
  /// A page of a section.
  public enum Child: Sendable, Hashable {
    /// A note, by its index.
    case note(Int)
    /// A section within the section, by its index.
    case section(Int)
  }

  /// Where its page stands.
  public let address: Address
  /// The note that speaks for it, if one does.
  public internal(set) var note: Int?
  /// Its name: the note's title, or the folder's name in words.
  public internal(set) var title: String
  /// The section that it is in; the home section has none.
  public let parent: Int?
  /// Its pages in reading order.
  public internal(set) var children: [Child] = []
}

/// Sorts notes into sections.
struct SectionTree {
  private(set) var sections: [Section]
  /// The section that each note is listed in; for a section's own note, that section.
  private(set) var home: [Int]
  private var indices: [Address: Int]

  /// The sections of `notes`, which stand at `addresses`.
  init(_ notes: [Note], at addresses: [Address], title: String) {
    sections = [Section(address: .home, note: nil, title: title, parent: nil)]
    indices = [.home: 0]
    home = Array(repeating: 0, count: notes.count)
    makeSections(notes, addresses)
    for index in notes.indices {
      place(index, notes[index], at: addresses[index])
    }
    sortChildren(notes)
  }

  /// Every folder that holds a note becomes a section, and so does every folder around it.
  private mutating func makeSections(_ notes: [Note], _ addresses: [Address]) {
    var last: Address?
    for (note, address) in zip(notes, addresses) {
      let folder = note.path.isIndex ? address : address.parent
      if folder != last { _ = section(at: folder) }
      last = folder
    }
  }

  private mutating func section(at address: Address) -> Int {
    var missing: [Address] = []
    var known = address
    while indices[known] == nil {
      missing.append(known)
      known = known.parent
    }
    var parent = indices[known] ?? 0
    for address in missing.reversed() {
      let index = sections.count
      sections.append(Section(address: address, note: nil, title: Self.title(of: address), parent: parent))
      sections[parent].children.append(.section(index))
      indices[address] = index
      parent = index
    }
    return parent
  }

  private mutating func place(_ index: Int, _ note: Note, at address: Address) {
    if let section = indices[address], sections[section].note == nil {
      sections[section].note = index
      if !address.isHome { sections[section].title = note.title }
      home[index] = section
    } else {
      let section = indices[address.parent] ?? 0
      sections[section].children.append(.note(index))
      home[index] = section
    }
  }

  /// By `order`, then by title, then by address.
  private mutating func sortChildren(_ notes: [Note]) {
    let keys = sections.map { section in
      (
        section.note.flatMap { notes[$0].frontMatter.order } ?? .infinity, NameIndex.fold(section.title),
        section.address.path
      )
    }
    for index in sections.indices where sections[index].children.count > 1 {
      let sorted = sections[index].children.map { child in
        switch child {
        case .section(let section): (keys[section], child)
        case .note(let note):
          (
            (notes[note].frontMatter.order ?? .infinity, NameIndex.fold(notes[note].title), notes[note].path.path),
            child
          )
        }
      }
      sections[index].children = sorted.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// `docker/bind-mounts/` → `Bind mounts`.
  private static func title(of address: Address) -> String {
    let name = address.path.split(separator: "/").last ?? ""
    return Title.fromFileName(name)
  }
}
