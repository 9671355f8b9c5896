/// What the pages of a site have: texts and sections, and whom each text belongs to.
struct PageTable: Sendable {
  /// How many pages there are.
  let count: Int
  /// Their addresses.
  let paths: PathList
  /// What kinds and domains there are, and those of each page.
  let classes: ClassTable
  /// By text: where it begins in the file.
  private(set) var starts: [UInt32] = []
  /// The first text of each field, in the order of ``TextField``, and the number of all texts.
  private(set) var fields: [Int] = []
  /// The sections of each page: places in the values, which are the texts of the headings.
  private(set) var sections = Groups()
  /// By section: its page.
  private(set) var sectionPages: [UInt32] = []
  /// The pages that each text belongs to.
  private(set) var holders = Groups()
  /// By holder: the section, or ``noSection``.
  private(set) var holderSections: [UInt32] = []
  /// The sections whose anchors are written in the file, in order, and where.
  private(set) var anchors: [(section: UInt32, start: UInt32)] = []

  static let noSection = UInt32.max

  /// Reads what a file says of its pages; `reader` has their texts then.
  init(_ file: NamesSections, _ reader: inout TextReader) throws(IndexFault) {
    var titles = file.cursor(.titles)
    var paths = file.cursor(.paths)
    count = try titles.count(ofAtLeast: 1)
    try reader.read(count, &titles)
    try titles.finish()
    self.paths = try reader.readPaths(count, &paths)
    try paths.finish()
    classes = try ClassTable(file.cursor(.classes), pages: count)
    for _ in 0..<2 { addPages() }
    fields = [0, count]
    try readDefinitions(file.cursor(.definitions), &reader)
    try readLists(file.cursor(.aliases), &reader)
    try readLists(file.cursor(.inbound), &reader)
    try readHeadings(file, &reader)
    fields.append(reader.count)
    try readTopics(file.cursor(.topics), &reader)
    fields.append(reader.count)
    try readAnchors(file.cursor(.anchors), reader)
    starts = reader.starts
  }

  // MARK: Texts of pages

  private mutating func hold(_ page: UInt32, _ section: UInt32) {
    holders.append(Int(page))
    holderSections.append(section)
  }

  /// Gives the next texts to a page each.
  private mutating func addPages() {
    for page in 0..<count {
      hold(UInt32(truncatingIfNeeded: page), Self.noSection)
      holders.close()
    }
  }

  /// Reads a text for each page, or nothing at all.
  private mutating func readDefinitions(_ cursor: IndexCursor, _ reader: inout TextReader) throws(IndexFault) {
    var cursor = cursor
    fields.append(reader.count)
    guard !cursor.isAtEnd else { return }
    try reader.read(count, &cursor)
    try cursor.finish()
    addPages()
  }

  /// Reads a list of texts for each page, up to a text without a code.
  private mutating func readLists(_ cursor: IndexCursor, _ reader: inout TextReader) throws(IndexFault) {
    var cursor = cursor
    fields.append(reader.count)
    for page in 0..<count {
      while try cursor.peek() != 0 {
        try reader.read(&cursor)
        hold(UInt32(truncatingIfNeeded: page), Self.noSection)
        holders.close()
      }
      try cursor.skip(1)
    }
    try cursor.finish()
  }

  // MARK: Sections

  private mutating func readHeadings(_ file: NamesSections, _ reader: inout TextReader) throws(IndexFault) {
    let first = reader.count
    fields.append(first)
    var repeated = file.cursor(.repeatedHeadings)
    try reader.readAll(&repeated)
    let firstSingle = reader.count
    var single = file.cursor(.headings)
    try reader.readAll(&single)
    var outline = file.cursor(.outline)
    try readOutline(&outline, first: first, firstSingle: firstSingle, end: reader.count)
    let places = Groups(
      placesOf: sections.mapping { $0 - UInt32(truncatingIfNeeded: first) }.values, below: reader.count - first)
    for heading in 0..<places.count {
      for place in places[heading] {
        let section = places.values[place]
        hold(sectionPages[Int(section)], section)
      }
      holders.close()
    }
  }

  /// Reads which headings each page has: 1 is the next of those that only one page has, a larger number one of those that
  /// several have.
  private mutating func readOutline(
    _ cursor: inout IndexCursor, first: Int, firstSingle: Int, end: Int
  ) throws(IndexFault) {
    var single = firstSingle
    for page in 0..<count {
      while true {
        let code = Int(try cursor.byte())
        if code == 0 { break }
        var heading = first + code - 2
        if code == 1 {
          heading = single
          single += 1
        } else if code >= OutlineCode.firstLong {
          heading = first + OutlineCode.short + (code - OutlineCode.firstLong) * 256 + Int(try cursor.byte())
        }
        guard heading < (code == 1 ? end : firstSingle) else { throw cursor.fault(.number) }
        sections.append(heading)
        sectionPages.append(UInt32(truncatingIfNeeded: page))
      }
      sections.close()
    }
    try cursor.finish()
  }

  private mutating func readTopics(_ cursor: IndexCursor, _ reader: inout TextReader) throws(IndexFault) {
    var cursor = cursor
    for page in 0..<count {
      var section = sections[page].lowerBound
      while try advance(&section, page, &cursor) {
        try reader.read(&cursor)
        hold(UInt32(truncatingIfNeeded: page), UInt32(truncatingIfNeeded: section))
        holders.close()
      }
    }
    try cursor.finish()
  }

  private mutating func readAnchors(_ cursor: IndexCursor, _ reader: TextReader) throws(IndexFault) {
    var cursor = cursor
    for page in 0..<count {
      var section = sections[page].lowerBound
      while try advance(&section, page, &cursor) {
        anchors.append((UInt32(truncatingIfNeeded: section), UInt32(truncatingIfNeeded: cursor.position)))
        try reader.skip(&cursor)
      }
    }
    try cursor.finish()
  }

  /// Moves on to the section of the page that something is said about: reads how far it is from the one before, and one
  /// more, or a zero at the end.
  ///
  /// - Returns: Whether there is one.
  private func advance(
    _ section: inout Int, _ page: Int, _ cursor: inout IndexCursor
  ) throws(IndexFault) -> Bool {
    let distance = try cursor.number()
    guard distance > 0 else { return false }
    section += distance - 1
    guard section < sections[page].upperBound else { throw cursor.fault(.number) }
    return true
  }
}

/// How an outline names the headings that several pages have: the first with one byte, the others with two.
enum OutlineCode {
  /// The first byte of two.
  static let firstLong = 240
  /// How many have one byte.
  static let short = firstLong - 2
  /// How many there can be.
  static let most = short + 16 * 256
}
