/// The names file of a search index, opened: what every page is called and where, by the words of it.
///
/// - A **term** is a folded word; its number is its rank in the order of bytes.
/// - A **text** is a title, path, definition, heading …, made of terms at positions. Marks between words have none.
/// - A **section** is a heading of a page; sections are numbered through all pages. Equal headings are one text, which
///   several sections hold.
///
/// All of it is read once, in time and memory that are linear in the file's size; nothing in it is trusted.
package struct NamesFile: Sendable {
  /// The file, out of which texts are shown.
  let bytes: [UInt8]
  /// What texts are made of.
  private(set) var atoms = AtomTable()
  /// The terms of each text, in order.
  package private(set) var texts = Groups()
  /// Where each term stands: places in the values of ``texts``, in order.
  package private(set) var postings = Groups()
  /// By place: the text that it is in.
  private var textsByPlace: [UInt32] = []
  /// By text: where it begins in the file. There are more than in ``texts``: anchors and names of classes have no terms.
  private(set) var starts: [UInt32] = []
  /// The first text of each field, in the order of ``TextField``, and the number of all texts.
  private(set) var fields: [UInt32] = [0]
  /// By text from the first alias on: the page or section that it belongs to.
  private(set) var owners: [UInt32] = []
  /// The sections of each page: places in the values, which are the texts of the headings.
  private(set) var sections = Groups()
  /// By section: its page.
  private(set) var sectionPages: [UInt32] = []
  /// By heading: the sections that have it.
  private(set) var headingSections = Groups()
  /// By page: its kind, its domain, and how many bits the number of links to it has.
  private(set) var pages: [[UInt32]] = []
  /// The table of the files of body words.
  package private(set) var shards = ShardTable()
  /// The parts of compounds: the term, and where the part starts and ends in the bytes of all terms.
  private(set) var parts: [UInt32] = []

  /// Opens a file.
  package init(_ bytes: [UInt8]) throws(IndexFault) {
    self.bytes = bytes
    if let fault = read() { throw fault }
  }

  // MARK: Reading

  /// How large the head of a file is: what it is, its checksum, and the size of each section in four bytes.
  static let headSize = IndexFormat.sealed + 4 * headSections
  private static let headSections = 8

  /// Reads all sections; gives the first fault.
  private mutating func read() -> IndexFault? {
    var head = IndexCursor(bytes, at: 0, .header)
    IndexFormat.check(&head, isOf: .names)
    if head.fixed() != IndexFormat.checksum(bytes, from: IndexFormat.sealed) { head.fail(.checksum) }
    var cursor = IndexCursor(bytes, at: Self.headSize, to: Self.headSize, .header)
    if head.left < 4 * Self.headSections { head.fail(.ends) }
    guard head.fault == nil else { return head.fault }
    cursor.enter(.words, size: Int(truncatingIfNeeded: head.fixed()))
    atoms.readWords(&cursor)
    cursor.enter(.spellings, size: Int(truncatingIfNeeded: head.fixed()))
    atoms.readSpellings(&cursor)
    cursor.enter(.codes, size: Int(truncatingIfNeeded: head.fixed()))
    atoms.readCodes(&cursor)
    cursor.enter(.texts, size: Int(truncatingIfNeeded: head.fixed()))
    readTexts(&cursor)
    cursor.enter(.outline, size: Int(truncatingIfNeeded: head.fixed()))
    readOutline(&cursor)
    cursor.enter(.owners, size: Int(truncatingIfNeeded: head.fixed()))
    readOwners(&cursor)
    cursor.enter(.pages, size: Int(truncatingIfNeeded: head.fixed()))
    readPages(&cursor)
    cursor.enter(.shards, size: Int(truncatingIfNeeded: head.fixed()))
    shards.read(&cursor)
    cursor.enter(.header, size: 0)
    if cursor.fault == nil { link() }
    return cursor.fault
  }

  /// Reads how many texts there are of each field, and all of them.
  private mutating func readTexts(_ cursor: inout IndexCursor) {
    for _ in 0..<TextField.count { fields.add(Int(fields[fields.count - 1]) + cursor.count(ofAtLeast: 1)) }
    for text in 0..<Int(fields[TextField.count]) {
      if cursor.isAtEnd { return cursor.fail(.ends) }
      starts.add(cursor.position)
      let hasTerms = text < first(.anchor)
      while let atom = atoms.next(&cursor) {
        if hasTerms, let term = atoms.term(of: atom) { texts.append(term) }
      }
      if hasTerms { texts.close() }
    }
    let definitions = texts(of: .definition).count
    if texts(of: .path).count != pageCount || definitions != 0 && definitions != pageCount { cursor.fail(.number) }
  }

  /// Reads which headings each page has: one more than a number of those that several pages have, which are the first; or
  /// one, for the next of the others; up to a zero.
  private mutating func readOutline(_ cursor: inout IndexCursor) {
    let several = cursor.number(below: texts(of: .heading).count + 1)
    var single = first(.heading) + several
    for page in 0..<pageCount {
      while true {
        let code = cursor.number()
        if code == 0 { break }
        var heading = first(.heading) + code - 2
        if code == 1 {
          heading = single
          single += 1
        } else if code - 2 >= several {
          cursor.fail(.number)
        }
        if heading >= first(.alias) { return cursor.fail(.number) }
        sections.append(heading)
        sectionPages.add(page)
      }
      sections.close()
    }
  }

  /// Reads to which pages aliases and texts of links belong, and to which sections names of topics and anchors.
  private mutating func readOwners(_ cursor: inout IndexCursor) {
    for field in [TextField.alias, .inbound, .topic, .anchor] {
      let limit = field == .alias || field == .inbound ? pageCount : sectionCount
      owners.append(contentsOf: cursor.ascending(texts(of: field).count, below: limit))
    }
  }

  private mutating func readPages(_ cursor: inout IndexCursor) {
    for limit in [texts(of: .kind).count, texts(of: .domain).count, 30] {
      pages.append(cursor.numbers(pageCount, below: limit))
    }
  }

  /// Works out what is not in the file.
  private mutating func link() {
    textsByPlace = texts.owners
    postings.fill(placesOf: texts.values, from: 0, to: terms.count)
    headingSections.fill(placesOf: sections.values, from: first(.heading), to: first(.alias))
    for spelled in 0..<atoms.spelledCount {
      guard let term = atoms.compound(spelled, in: bytes), terms[term].count <= Self.longestCompound else { continue }
      let name = atoms.spelled(atoms.separators.count + spelled, in: bytes)
      let start = terms.range(of: term).lowerBound
      for range in CompoundParts.ranges(name.span, 0..<name.count) {
        parts.add(term)
        parts.add(start + range.lowerBound)
        parts.add(start + range.upperBound)
      }
    }
  }

  /// Longer words have no parts: in a file that somebody has made up, each byte could spell one of these anew.
  private static let longestCompound = 64

  // MARK: Terms

  /// How many pages there are.
  package var pageCount: Int { first(.path) }

  /// The folded words of all texts, in order.
  package var terms: WordList { atoms.terms }

  /// The text that a place of a posting is in.
  package func text(at place: Int) -> Int { Int(textsByPlace[place]) }

  /// Which word of its text stands at a place, from 0.
  package func position(at place: Int) -> Int { place - texts[text(at: place)].lowerBound }

  /// How many parts of compounds there are, `volume` of `PersistentVolumeClaim`.
  package var partCount: Int { parts.count / 3 }

  /// The term that a part belongs to.
  package func partTerm(_ part: Int) -> Int { Int(parts[part * 3]) }

  /// The folded bytes of a part.
  package func part(_ part: Int) -> ArraySlice<UInt8> {
    terms.bytes[Int(parts[part * 3 + 1])..<Int(parts[part * 3 + 2])]
  }
}
