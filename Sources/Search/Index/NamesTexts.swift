import Source

/// The texts of a site's names file in atoms, before any atom has its number.
struct NamesTexts {
  private(set) var collector = AtomCollector()
  /// By page.
  private(set) var titles = Groups()
  private(set) var paths = Groups()
  private(set) var definitions = Groups()
  /// What else each page is called, and the texts of links to it: several texts a page, each ended by ``end``.
  private(set) var aliases = Groups()
  private(set) var inbound = Groups()
  /// The text of each heading, once for each text.
  private(set) var headings = Groups()
  /// The headings of each page.
  private(set) var outline = Groups()
  /// Texts that belong to sections of each page: the section's place on the page, and the text, ended by ``end``.
  private(set) var topics = Groups()
  private(set) var anchors = Groups()
  private var headingNumbers = WordTable()
  /// By heading: the anchor that its text gives.
  private var regularAnchors: [[UInt8]] = []

  /// What ends a text among several.
  static let end = UInt32.max

  /// Takes the texts of pages apart.
  init(_ documents: [SearchDocument], limits: TextLimits) {
    for document in documents {
      titles.append(contentsOf: collector.atoms(of: document.title))
      titles.close()
      let path = document.path.hasSuffix("/") ? document.path.dropLast() : document.path[...]
      paths.append(contentsOf: collector.atoms(of: String(path), joint: UInt8(ascii: "-")))
      paths.close()
      addLists(document)
      addHeadings(document.headings.prefix(limits.headings))
      guard limits.definition > 0 else { continue }
      definitions.append(contentsOf: collector.atoms(of: limits.cut(document.definition)))
      definitions.close()
    }
  }

  /// How many atoms all texts have.
  var size: Int {
    var size = 0
    for texts in [titles, paths, definitions, aliases, inbound, headings, outline, topics, anchors] {
      size += texts.values.count
    }
    return size
  }

  // MARK: Names

  private mutating func addLists(_ document: SearchDocument) {
    var stemmer = Stemmer()
    var known = Set([Self.compared(document.title, &stemmer)])
    for alias in document.aliases where known.insert(Self.compared(alias, &stemmer)).inserted {
      add(collector.atoms(of: alias), to: &aliases)
    }
    aliases.close()
    // The same few texts lead to a page again and again.
    for text in Set(document.inbound).sorted() where known.insert(Self.compared(text, &stemmer)).inserted {
      add(collector.atoms(of: text), to: &inbound)
    }
    inbound.close()
  }

  /// The stems of a text's words but for function words, without which it says nothing new.
  private static func compared(_ text: String, _ stemmer: inout Stemmer) -> [UInt8] {
    let text = text.utf8.span
    var stems: [UInt8] = []
    var scanner = AtomScanner(text)
    while let atom = scanner.next(in: text) {
      guard atom.letter != .mark else { continue }
      let word = Fold.fold(text, atom.range)
      if functionWords.contains(word.span, 0..<word.count) { continue }
      stems.append(contentsOf: stemmer.stem(word))
      stems.append(0)
    }
    return stems
  }

  private static let functionWords = FunctionWords()

  private func add(_ text: [UInt32], to texts: inout Groups) {
    guard !text.isEmpty else { return }
    texts.append(contentsOf: text)
    texts.append(Int(Self.end))
  }

  // MARK: Sections

  private mutating func addHeadings(_ given: ArraySlice<SearchDocument.Heading>) {
    var repeats: [Int: Int] = [:]
    for (section, heading) in given.enumerated() {
      let number = number(of: heading.text)
      outline.append(number)
      let regular = Anchor.adding(repeats[number, default: 0], to: regularAnchors[number])
      repeats[number, default: 0] += 1
      if !regular.elementsEqual(heading.anchor.utf8) {
        anchors.append(section)
        anchors.append(contentsOf: collector.atoms(of: heading.anchor, joint: UInt8(ascii: "-")))
        anchors.append(Int(Self.end))
      }
      for name in heading.names {
        let atoms = collector.atoms(of: name)
        guard !atoms.isEmpty else { continue }
        topics.append(section)
        add(atoms, to: &topics)
      }
    }
    outline.close()
    anchors.close()
    topics.close()
  }

  /// The number of a heading's text.
  private mutating func number(of text: String) -> Int {
    let number = headingNumbers.number(of: text.utf8.span, 0..<text.utf8.count)
    guard number == headings.count else { return number }
    let atoms = collector.atoms(of: text)
    headings.append(contentsOf: atoms)
    headings.close()
    regularAnchors.append(Anchor.regular(collector.spelled(atoms).bytes))
    return number
  }
}
