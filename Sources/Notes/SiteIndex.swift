public import Source

/// All that a link can lead to: notes, sections and assets, by path, address and name.
public struct SiteIndex: Sendable {
  /// Two notes that ask for one address.
  public struct Clash: Sendable {
    /// The note that has the address.
    public let first: Int
    /// The note that was given another one.
    public let second: Int
    /// What both ask for.
    public let address: Address
    /// Where the second asks for it.
    public let range: SourceRange
  }

  /// The published notes, by path.
  public private(set) var notes: [Note]
  /// Where each note's page stands.
  public let addresses: [Address]
  /// The notes that are left out because they are drafts.
  public let drafts: [ContentPath]
  /// The files that are published as they are, by path.
  public let assets: [Asset]
  /// The site's folders; the first is the home page.
  public private(set) var sections: [Section]
  /// The section that each note is listed in; for a section's own note, that section.
  public let sectionOfNote: [Int]
  /// Addresses that pages had before, and the notes that have them now.
  public let redirects: [Address: Int]
  /// Notes that ask for one address.
  public let clashes: [Clash]
  /// Notes that want an address redirected to them that another note has, or wants.
  public let redirectClashes: [Clash]

  let names: NameIndex
  let notesByPath: [String: Int]
  let notesByAddress: [Address: Int]
  let sectionsByAddress: [Address: Int]
  let assetsByPath: [String: Int]
  let assetsByName: [String: Int]
  let draftsByPath: [String: Int]
  /// The paths of drafts by what they are called.
  let draftsByName: [String: String]

  /// The index of a site.
  ///
  /// - Parameters:
  ///   - notes: All its notes, drafts too, by path.
  ///   - assets: Its other files, by path.
  ///   - title: The site's title.
  ///   - withDrafts: Whether drafts are published.
  public init(_ notes: [Note], assets: [Asset], title: String, withDrafts: Bool) {
    let published = withDrafts ? notes : notes.filter { !$0.isDraft }
    let (addresses, clashes) = Self.assignAddresses(published)
    let tree = SectionTree(published, at: addresses, title: title)
    self.notes = published
    self.addresses = addresses
    self.assets = assets
    self.clashes = clashes
    let unpublished = withDrafts ? [] : notes.filter(\.isDraft)
    drafts = unpublished.map(\.path)
    sections = tree.sections
    sectionOfNote = tree.home
    names = NameIndex(published)
    notesByPath = Self.lookup(published.map(\.path.path))
    notesByAddress = Self.lookup(addresses)
    sectionsByAddress = Self.lookup(tree.sections.map(\.address))
    assetsByPath = Self.lookup(assets.map(\.path))
    assetsByName = Self.lookup(assets.map { String($0.path.split(separator: "/").last ?? "") })
    draftsByPath = Self.lookup(drafts.map(\.path))
    draftsByName = Dictionary(unpublished.flatMap { note in note.names.map { (NameIndex.fold($0), note.path.path) } }) {
      first, _ in first
    }
    (redirects, redirectClashes) = Self.redirects(published, besides: notesByAddress, sectionsByAddress)
  }

  /// Each note gets the address that its path asks for, or that one with a number where another note has it. A README,
  /// which may be there for those who read the folder elsewhere, gives way.
  private static func assignAddresses(_ notes: [Note]) -> ([Address], [Clash]) {
    var owners: [Address: Int] = [:]
    var addresses = [Address](repeating: .home, count: notes.count)
    var clashes: [Clash] = []
    let readmes = notes.indices.filter { notes[$0].path.isReadme }
    for index in notes.indices.filter({ !notes[$0].path.isReadme }) + readmes {
      let wanted = notes[index].path.address
      var address = wanted
      var number = 2
      while let owner = owners[address] {
        if address == wanted {
          clashes.append(Clash(first: owner, second: index, address: wanted, range: notes[index].start.range))
        }
        address = Address((wanted.isHome ? "home" : wanted.path.dropLast()) + "-\(number)/")
        number += 1
      }
      owners[address] = index
      addresses[index] = address
    }
    return (addresses, clashes)
  }

  private static func redirects(
    _ notes: [Note], besides taken: [Address: Int], _ sections: [Address: Int]
  ) -> ([Address: Int], [Clash]) {
    var redirects: [Address: Int] = [:]
    var clashes: [Clash] = []
    for (index, note) in notes.enumerated() {
      for redirect in note.frontMatter.redirectFrom {
        let address = Address(redirectFrom: redirect.text)
        let isOurs = sections[address] != nil || address == Address("404.html")
        if let owner = isOurs ? index : taken[address] ?? redirects[address] {
          clashes.append(Clash(first: owner, second: index, address: address, range: redirect.range))
        } else {
          redirects[address] = index
        }
      }
    }
    return (redirects, clashes)
  }

  /// The first index of each key.
  private static func lookup<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(zip(keys, keys.indices)) { first, _ in first }
  }
}

extension Address {
  /// What a `redirect-from` names: `/old/volume/`, `old/volume`, `/old/volume/index.html`, `/old/volume.html`.
  package init(redirectFrom path: String) {
    var parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    if parts.last == "index.html" { parts.removeLast() }
    let isFile = parts.last?.hasSuffix(".html") == true
    self.init(parts.isEmpty ? "" : parts.joined(separator: "/") + (isFile ? "" : "/"))
  }
}

extension SiteIndex {
  /// The section at an address.
  package func section(at address: Address) -> Int? { sectionsByAddress[address] }

  /// Whether something of the site's own stands at an address: a note, a section, a file, or a page that has moved.
  package func isTaken(_ address: Address) -> Bool {
    notesByAddress[address] != nil || sectionsByAddress[address] != nil || redirects[address] != nil
      || assetsByPath[address.file] != nil
  }

  /// Puts a note in another wording into the place of the old one.
  package mutating func replace(_ number: Int, with note: Note) {
    notes[number] = note
  }

  /// The index with the pages of each section in learning order.
  func arranged(by order: LearningOrder) -> SiteIndex {
    var index = self
    for section in index.sections.indices { index.sections[section].children = order.children[section] }
    return index
  }

  /// The section that lists the page at `address`; none for the home page.
  package func section(holding address: Address) -> Int? {
    var folder = address
    while !folder.isHome {
      folder = folder.parent
      if let section = sectionsByAddress[folder] { return section }
    }
    return nil
  }
}

extension Note {
  /// What it is called: its title, its aliases, and its file's name.
  fileprivate var names: [String] {
    [title] + frontMatter.aliases.map(\.text) + (path.isIndex ? [] : [String(path.stem)])
  }
}
