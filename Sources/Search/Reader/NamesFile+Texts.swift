// MARK: Texts

extension NamesFile {
  /// What a text is to its pages.
  package func field(of text: Int) -> TextField {
    var field: UInt8 = 0
    while Int(field) + 2 < pages.fields.count, text >= pages.fields[Int(field) + 1] { field += 1 }
    return TextField(rawValue: field) ?? .title
  }

  /// The texts of a field.
  package func texts(of field: TextField) -> Range<Int> {
    pages.fields[Int(field.rawValue)]..<pages.fields[Int(field.rawValue) + 1]
  }

  /// The text of a page's title.
  package func title(of page: Int) -> Int { page }

  /// The text of a page's definition; nothing where definitions were left out.
  package func definition(of page: Int) -> Int? {
    texts(of: .definition).isEmpty ? nil : texts(of: .definition).lowerBound + page
  }

  /// Whom a text belongs to: places for ``page(ofHolder:)`` and ``section(ofHolder:)``.
  package func holders(of text: Int) -> Range<Int> { pages.holders[text] }

  /// The page of a holder.
  package func page(ofHolder holder: Int) -> Int { Int(pages.holders.values[holder]) }

  /// The section of a holder; nothing for what belongs to the page as a whole.
  package func section(ofHolder holder: Int) -> Int? {
    let section = pages.holderSections[holder]
    return section == PageTable.noSection ? nil : Int(section)
  }

  /// A text as it is shown.
  package func spelled(_ text: Int) -> SpelledText {
    if texts(of: .path).contains(text) {
      var spelled = SpelledText()
      spelled.append(marks: path(of: text - pages.count))
      return spelled
    }
    return spelled(at: pages.starts[text], joint: UInt8(ascii: " "))
  }

  private func spelled(at start: UInt32, joint: UInt8) -> SpelledText {
    var spelled = SpelledText(joint: joint)
    var cursor = IndexCursor(atoms.bytes, Int(start)..<atoms.bytes.count, .titles)
    while case .atom(let atom) = try? atoms.next(&cursor) {
      if atoms.word(of: atom) == nil {
        spelled.append(marks: atoms.separators[atom])
      } else {
        var word: [UInt8] = []
        atoms.write(atom, to: &word)
        spelled.append(word: word)
      }
    }
    return spelled
  }
}

// MARK: Pages and sections

extension NamesFile {
  /// A page's address below the site's, such as `docker/volume/`; empty for the home page.
  package func path(of page: Int) -> ArraySlice<UInt8> { pages.paths[page] }

  /// What kinds of pages there are.
  package var kinds: [[UInt8]] { pages.classes.kinds }

  /// The number of a page's kind.
  package func kind(of page: Int) -> Int { Int(pages.classes.pageKinds[page]) }

  /// What domains there are; the empty one stands for none.
  package var domains: [[UInt8]] { pages.classes.domains }

  /// The number of a page's domain.
  package func domain(of page: Int) -> Int { Int(pages.classes.pageDomains[page]) }

  /// How many sections there are on all pages.
  package var sectionCount: Int { pages.sectionPages.count }

  /// The sections of a page, in order.
  package func sections(of page: Int) -> Range<Int> { pages.sections[page] }

  /// The page of a section.
  package func page(ofSection section: Int) -> Int { Int(pages.sectionPages[section]) }

  /// The text of a section's heading.
  package func heading(of section: Int) -> Int { Int(pages.sections.values[section]) }

  /// The id that leads to a section.
  package func anchor(of section: Int) -> [UInt8] {
    var (low, high) = (0, pages.anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if pages.anchors[middle].section < section { low = middle + 1 } else { high = middle }
    }
    if low < pages.anchors.count, pages.anchors[low].section == section {
      return spelled(at: pages.anchors[low].start, joint: UInt8(ascii: "-")).bytes
    }
    let text = heading(of: section)
    var repeats = 0
    for other in sections(of: page(ofSection: section)).lowerBound..<section where heading(of: other) == text {
      repeats += 1
    }
    return Anchor.adding(repeats, to: Anchor.regular(spelled(text).bytes))
  }
}
