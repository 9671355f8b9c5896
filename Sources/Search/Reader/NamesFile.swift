/// The names file of a search index, opened: what every page is called and where, by the words of it.
///
/// - A **term** is a folded word; its number is its rank in the order of bytes.
/// - A **text** is a title, path, definition, alias, heading …, made of terms at positions. Marks between words have none.
/// - A **section** is a heading of a page; sections are numbered through all pages. Equal headings are one text, which
///   several sections hold.
///
/// All of it is read once, in time and memory that are linear in the file's size; nothing in it is trusted.
package struct NamesFile: Sendable {
  /// The folded words of all texts, in order.
  package let terms: WordList
  /// The terms of each text, in order.
  package let texts: Groups
  /// Where each term stands: places in the values of ``texts``, in order.
  package let postings: Groups
  /// By place: the text that it is in.
  private let textsByPlace: [UInt32]
  /// The folded parts of words that are written together, `volume` of `PersistentVolumeClaim`, in order.
  package let parts: WordList
  /// The terms that have each part.
  package let partTerms: Groups
  /// What pages have: headings, fields, classes, and whom a text belongs to.
  let pages: PageTable
  /// The table of the files of body words.
  package let shards: ShardTable
  /// What texts are made of, to show them.
  let atoms: AtomTable

  /// Opens a file.
  package init(_ bytes: [UInt8]) throws(IndexFault) {
    let sections = try NamesSections(bytes)
    let atoms = try AtomTable(sections)
    var reader = TextReader(atoms)
    pages = try PageTable(sections, &reader)
    shards = try ShardTable(sections.cursor(.shards))
    self.atoms = atoms
    (terms, texts) = Self.fold(reader.words, atoms)
    postings = Groups(placesOf: texts.values, below: terms.count)
    textsByPlace = Self.owners(of: texts)
    (parts, partTerms) = Self.parts(atoms, terms)
  }

  /// How many pages there are.
  package var pageCount: Int { pages.count }

  /// The text that a place of a posting is in.
  @inline(__always)
  package func text(at place: Int) -> Int { Int(textsByPlace[place]) }

  /// Which word of its text stands at a place, from 0.
  @inline(__always)
  package func position(at place: Int) -> Int { place - texts[text(at: place)].lowerBound }
}

// MARK: Words and terms

extension NamesFile {
  /// Puts terms in the place of words: words that differ in accents are one term.
  private static func fold(_ words: Groups, _ atoms: AtomTable) -> (WordList, Groups) {
    var folded = WordList()
    for word in 0..<atoms.words.count { folded.append(Fold.fold(Array(atoms.words[word]))[...]) }
    let (terms, numbers) = folded.sorted()
    return (terms, words.mapping { numbers[Int($0)] })
  }

  /// By place in the values of groups: the group.
  private static func owners(of groups: Groups) -> [UInt32] {
    var owners: [UInt32] = []
    owners.reserveCapacity(groups.values.count)
    for group in 0..<groups.count {
      for _ in groups[group] { owners.append(UInt32(truncatingIfNeeded: group)) }
    }
    return owners
  }

  /// The parts of words that are spelled with capitals inside.
  private static func parts(_ atoms: AtomTable, _ terms: WordList) -> (WordList, Groups) {
    var parts = WordList()
    var owners: [UInt32] = []
    var spelled: [UInt8] = []
    for atom in atoms.compounds {
      spelled.removeAll(keepingCapacity: true)
      atoms.write(atom, to: &spelled)
      let ranges = CompoundParts.ranges(spelled.span, 0..<spelled.count)
      guard !ranges.isEmpty, let term = terms.index(of: Fold.fold(spelled)[...]) else { continue }
      for range in ranges {
        parts.append(Fold.fold(spelled.span, range)[...])
        owners.append(UInt32(truncatingIfNeeded: term))
      }
    }
    let (sorted, numbers) = parts.sorted()
    return (sorted, Groups(placesOf: numbers, below: sorted.count).mapping { owners[Int($0)] })
  }
}
