import Source

/// The texts of a site's names file in atoms, before any atom has its number.
struct NamesTexts {
  private(set) var collector = AtomCollector()
  /// By page.
  private(set) var titles = Groups()
  private(set) var paths = Groups()
  private(set) var definitions = Groups()
  /// Each heading once.
  private(set) var headings = Groups()
  /// The headings of each page.
  private(set) var outline = Groups()
  /// Texts of pages, and then of sections.
  private(set) var aliases = OwnedTexts()
  private(set) var inbound = OwnedTexts()
  private(set) var topics = OwnedTexts()
  private(set) var anchors = OwnedTexts()
  /// What kinds and domains there are, and by page which it has.
  private(set) var kinds = ClassTexts()
  private(set) var domains = ClassTexts()
  /// By page: how many bits the number of links to it has.
  private(set) var links: [Int] = []
  private var headingNumbers = WordTable()
  /// By heading: its text as a reader will see it.
  private var spelledHeadings: [[UInt8]] = []

  /// Takes the texts of pages apart.
  init(_ documents: [SearchDocument], limits: TextLimits) {
    for (page, document) in documents.enumerated() {
      titles.append(contentsOf: collector.atoms(of: document.title))
      titles.close()
      let path = document.path.hasSuffix("/") ? document.path.dropLast() : document.path[...]
      paths.append(contentsOf: collector.atoms(of: String(path), joint: UInt8(ascii: "-")))
      paths.close()
      addNames(document, page)
      addHeadings(document.headings.prefix(limits.headings))
      guard limits.definition > 0 else { continue }
      definitions.append(contentsOf: collector.atoms(of: limits.cut(document.definition)))
      definitions.close()
    }
    kinds = ClassTexts(documents.map { $0.kind }, &collector)
    domains = ClassTexts(documents.map { $0.domain }, &collector)
  }

  // MARK: Names

  private mutating func addNames(_ document: SearchDocument, _ page: Int) {
    var stemmer = Stemmer()
    var known = Set([Self.compared(document.title, &stemmer), []])
    for alias in document.aliases where known.insert(Self.compared(alias, &stemmer)).inserted {
      aliases.append(collector.atoms(of: alias), of: page)
    }
    // The same few texts lead to a page again and again.
    var texts = WordTable(capacity: 0)
    for text in document.inbound { _ = texts.number(of: Array(text.utf8)) }
    for number in texts.sorted() {
      let text = String(decoding: texts[number], as: UTF8.self)
      guard known.insert(Self.compared(text, &stemmer)).inserted else { continue }
      inbound.append(collector.atoms(of: text), of: page)
    }
    links.append(min(29, Int.bitWidth - document.inbound.count.leadingZeroBitCount))
  }

  /// The stems of a text's words but for function words, without which it says nothing new.
  private static func compared(_ text: String, _ stemmer: inout Stemmer) -> [UInt8] {
    let text = text.utf8.span
    var stems: [UInt8] = []
    var scanner = AtomScanner(text)
    while let atom = scanner.next(in: text) {
      guard atom.letter != .mark, !Apostrophe.ends(atom.range, in: text) else { continue }
      let word = Fold.fold(text, atom.range)
      if functionWords.contains(word.span, 0..<word.count) { continue }
      stems.append(contentsOf: stemmer.stem(word))
      stems.append(0)
    }
    return stems
  }

  private static let functionWords = FunctionWords()

  // MARK: Sections

  private mutating func addHeadings(_ given: ArraySlice<SearchDocument.Heading>) {
    var repeats: [Int: Int] = [:]
    for heading in given {
      let section = outline.values.count
      let number = number(of: heading.text)
      outline.append(number)
      let made = Anchor.made(of: spelledHeadings[number], repeats: repeats[number, default: 0])
      repeats[number, default: 0] += 1
      if !made.elementsEqual(heading.anchor.utf8) {
        anchors.append(collector.atoms(of: heading.anchor, joint: UInt8(ascii: "-")), of: section)
      }
      for name in heading.names { topics.append(collector.atoms(of: name), of: section) }
    }
    outline.close()
  }

  /// The number of a heading's text.
  private mutating func number(of text: String) -> Int {
    let number = headingNumbers.number(of: text.utf8.span, 0..<text.utf8.count)
    guard number == headings.count else { return number }
    let atoms = collector.atoms(of: text)
    headings.append(contentsOf: atoms)
    headings.close()
    spelledHeadings.append(collector.spelled(atoms).bytes)
    return number
  }
}
