import Source

// MARK: Texts

extension NamesFile {
  /// The first text of a field.
  @inline(never)
  func first(_ field: TextField) -> Int { Int(fields[Int(field.rawValue)]) }

  /// The texts of a field.
  @inline(never)
  package func texts(of field: TextField) -> Range<Int> {
    let number = Int(field.rawValue)
    return Int(fields[number])..<Int(fields[number + 1])
  }

  /// What a text is to its pages.
  package func field(of text: Int) -> TextField {
    var field = TextField.count - 1
    while field > 0, text < Int(fields[field]) { field -= 1 }
    return TextField(rawValue: UInt8(truncatingIfNeeded: field)) ?? .title
  }

  /// The text of a page's title.
  package func title(of page: Int) -> Int { page }

  /// The text of a page's definition; nothing where definitions were left out.
  package func definition(of page: Int) -> Int? {
    let definitions = texts(of: .definition)
    return definitions.isEmpty ? nil : definitions.lowerBound + page
  }

  /// Whom a text belongs to: numbers for ``page(ofHolder:)`` and ``section(ofHolder:)``.
  @inline(never)
  package func holders(of text: Int) -> Range<Int> {
    guard texts(of: .heading).contains(text) else { return text..<text + 1 }
    let sections = headingSections[text - first(.heading)]
    return sections.lowerBound + starts.count..<sections.upperBound + starts.count
  }

  /// The section of a holder; nothing for what belongs to the page as a whole.
  @inline(never)
  package func section(ofHolder holder: Int) -> Int? {
    if holder >= starts.count { return Int(headingSections.values[holder - starts.count]) }
    return holder >= first(.topic) ? Int(owners[holder - first(.alias)]) : nil
  }

  /// The page of a holder.
  @inline(never)
  package func page(ofHolder holder: Int) -> Int {
    if let section = section(ofHolder: holder) { return page(ofSection: section) }
    return holder < first(.alias) ? holder % pageCount : Int(owners[holder - first(.alias)])
  }

  /// A text as it is shown. An address is without the slash at its end.
  @inline(never)
  package func spelled(_ text: Int) -> SpelledText {
    let field = field(of: text)
    let isAddress = field == .path || field == .anchor
    var spelled = SpelledText(joint: isAddress ? UInt8(ascii: "-") : UInt8(ascii: " "))
    var cursor = IndexCursor(bytes, at: Int(starts[text]), .texts)
    while let atom = atoms.next(&cursor) {
      spelled.append(atoms.spelled(atom, in: bytes), isWord: atoms.term(of: atom) != nil)
    }
    return spelled
  }
}

// MARK: Pages and sections

extension NamesFile {
  /// A page's address below the site's, such as `docker/volume/`; empty for the home page.
  package func path(of page: Int) -> [UInt8] {
    var path = spelled(first(.path) + page).bytes
    if !path.isEmpty { path.add(UInt8(ascii: "/")) }
    return path
  }

  /// What kinds of pages there are.
  package var kinds: [[UInt8]] { names(of: .kind) }

  /// The number of a page's kind.
  package func kind(of page: Int) -> Int { Int(pages[0][page]) }

  /// What domains there are; the empty one stands for none.
  package var domains: [[UInt8]] { names(of: .domain) }

  /// The number of a page's domain.
  package func domain(of page: Int) -> Int { Int(pages[1][page]) }

  /// How many links lead to a page: none, or a power of two that is not more.
  package func inboundLinks(of page: Int) -> Int { (1 << Int(pages[2][page])) >> 1 }

  private func names(of field: TextField) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for text in texts(of: field) { names.append(spelled(text).bytes) }
    return names
  }

  /// How many sections there are on all pages.
  package var sectionCount: Int { sectionPages.count }

  /// The sections of a page, in order.
  package func sections(of page: Int) -> Range<Int> { sections[page] }

  /// The page of a section.
  package func page(ofSection section: Int) -> Int { Int(sectionPages[section]) }

  /// The text of a section's heading.
  package func heading(of section: Int) -> Int { Int(sections.values[section]) }

  /// The section of a page whose heading has the same letters, as a heading in a text may have markup around them; the
  /// first of several.
  package func section(called name: [UInt8], on page: Int) -> Int? {
    for section in sections(of: page) where Self.share(name, spelled(heading(of: section)).bytes) { return section }
    return nil
  }

  /// Whether two texts have the same letters and digits, and any at all.
  private static func share(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    var (index, place, count) = (0, 0, 0)
    while true {
      while index < one.count, !isShown(one[index]) { index += 1 }
      while place < other.count, !isShown(other[place]) { place += 1 }
      guard index < one.count, place < other.count else { break }
      if one[index] != other[place] { return false }
      (index, place, count) = (index + 1, place + 1, count + 1)
    }
    return count > 0 && index == one.count && place == other.count
  }

  private static func isShown(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isLetter || byte.isDigit }

  /// The id that leads to a section.
  package func anchor(of section: Int) -> [UInt8] {
    let anchors = texts(of: .anchor)
    var (low, high) = (anchors.lowerBound, anchors.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if owners[middle - first(.alias)] < section { low = middle + 1 } else { high = middle }
    }
    if low < anchors.upperBound, owners[low - first(.alias)] == section { return spelled(low).bytes }
    let text = heading(of: section)
    var (repeats, other) = (0, sections(of: page(ofSection: section)).lowerBound)
    while other < section {
      if heading(of: other) == text { repeats += 1 }
      other += 1
    }
    return Anchor.made(of: spelled(text).bytes, repeats: repeats)
  }
}
