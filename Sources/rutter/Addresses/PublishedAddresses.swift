import Notes
import Source

/// The addresses of a site's pages, and of the parts of pages: `/docker/volume/`, `/docker/volume/#drivers`.
struct PublishedAddresses {
  /// What stands at an address.
  enum Page {
    case note(Int)
    /// The page of a folder without a note of its own.
    case section
  }

  private let pages: [String: Page]
  private let notes: [Note]
  private let addresses: [Address]

  /// Those of a site as it would be published now.
  init(_ index: SiteIndex) {
    var pages: [String: Page] = [:]
    for section in index.sections where section.note == nil { pages["/" + section.address.path] = .section }
    for (address, note) in index.redirects { pages["/" + address.path] = .note(note) }
    for (note, address) in index.addresses.enumerated() { pages["/" + address.path] = .note(note) }
    self.pages = pages
    notes = index.notes
    addresses = index.addresses
  }

  /// All of them, sorted.
  var all: [String] {
    var all: [String] = []
    for (address, page) in pages {
      all.append(address)
      guard case .note(let note) = page else { continue }
      // A redirection leads to the top of a page; so does the title of a page.
      guard address == "/" + addresses[note].path else { continue }
      let title = notes[note].titleAnchor
      all += anchors(of: note).filter { $0 != title }.map { "\(address)#\($0)" }
    }
    return Set(all).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What stands at an address, whose fragment does not count, if anything does.
  func page(at address: Substring) -> Page? {
    pages[String(address.prefix { $0 != "#" })]
  }

  /// The names of a page's parts.
  func anchors(of note: Int) -> [String] {
    notes[note].headings.map(\.id) + notes[note].anchors
  }
}

/// The file in which a site keeps all addresses that it has ever published: `content/addresses.txt`, a line each.
///
/// Only `rutter check --write-addresses` writes it. It is kept with the notes.
struct AddressManifest: Sendable {
  /// How the file is called, below the content folder.
  static let name = "addresses.txt"

  /// An address, and where it is written.
  struct Line: Sendable {
    let address: String
    let range: SourceRange
  }

  /// The file, as it is shown to people.
  let path: String
  /// The addresses, in their order.
  let lines: [Line]

  /// Reads a manifest. Blank lines and those that begin with `#` mean nothing; a missing slash at the front is added.
  init(_ source: SourceText) {
    path = source.path
    var lines: [Line] = []
    var start = 0
    for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let text = line.trimmed
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      let address = (first == UInt8(ascii: "/") ? "" : "/") + text.string
      lines.append(Line(address: address, range: SourceRange(text.startIndex, text.endIndex)))
    }
    self.lines = lines
  }

  /// A manifest with these addresses.
  static func text(_ addresses: [String]) -> [UInt8] {
    var output = ByteWriter()
    output.append(
      "# The addresses that this site has published. 'rutter check' tells when one vanishes without a redirect;\n")
    output.append("# 'rutter check --write-addresses' adds new ones. To give one up, take its line away.\n")
    for address in addresses {
      output.append(address)
      output.append("\n")
    }
    return output.finish()
  }
}

extension Note {
  /// The id of the heading that is the page's title: it leads to the top of the page, as the page's address does.
  var titleAnchor: String? {
    hasTitleHeading ? headings.first { $0.level == 1 }?.id : nil
  }
}
