import Markdown
import Source

/// What a page is about, as far as that bears on the names in its text.
struct PageSubject {
  /// The page's note.
  let note: Int
  /// The domain that it belongs to.
  let domain: Int?
  /// The keys of the names that are its own, and so never lead elsewhere.
  let ownNames: Set<UInt64>
  /// The topics that its title consists of.
  private let ownTopics: [Int]
  private let sections: [Section]
  /// Where the topics within the page are named in the file, in order, with the topics that they are parts of.
  private let inner: [(start: Int, topics: [Int])]

  private struct Section {
    /// Where it begins in the HTML.
    let start: Int
    /// The stems of its heading and of the page's title, in order.
    let stems: [Int32]
    /// The topics that its heading consists of.
    let topics: [Int]
  }

  init(_ note: Int, _ body: Body, _ topics: Topics, _ index: SiteIndex, _ tables: ConceptTables) {
    self.note = note
    let page = index.notes[note]
    domain = tables.domains.ofNote[note]
    let own = topics[topics.topic(ofNote: note)]
    let file = page.path.path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
    ownNames = Set(
      (ConceptNames.spellings(of: own) + [String(file)]).map { name in
        ConceptNames.key(NameForms.words(of: Array(name.utf8)).map { $0[...].lowercased })
      })
    let heading = TopicHeading(tables)
    ownTopics = heading.topics(page.title) + heading.topics(String(file))
    let title = tables.lexicon.stems(in: page.title)
    sections =
      [Section(start: 0, stems: title, topics: [])]
      + body.holes.filter { $0.kind == .section && $0.index < page.headings.count }.map { hole in
        let text = page.headings[hole.index].text
        return Section(
          start: hole.offset, stems: (title + tables.lexicon.stems(in: text)).sorted(), topics: heading.topics(text))
      }
    let numbers = topics.topics(ofNote: note)
    inner = numbers.dropFirst().map { number in
      let parent = topics[number].parent
      return (topics[number].place.range.start, [number] + (parent.map { [$0] } ?? []))
    }.sorted { $0.0 < $1.0 }
  }

  /// The section that a place in the HTML is in; `hint` is one before it.
  func section(at offset: Int, from hint: Int) -> Int {
    var section = hint
    while section + 1 < sections.count, sections[section + 1].start <= offset { section += 1 }
    return section
  }

  /// The stems of a section's heading and the page's title.
  func stems(ofSection section: Int) -> [Int32] { sections[section].stems }

  /// Whether a section's heading consists of topics' names, of which this is one.
  func isHeading(_ topic: Int, ofSection section: Int) -> Bool { sections[section].topics.contains(topic) }

  /// Whether the page as a whole is about a topic.
  func isAbout(_ topic: Int) -> Bool { ownTopics.contains(topic) }

  /// The stems of the title and of all headings.
  var allStems: Set<Int32> { Set(sections.flatMap(\.stems)) }

  /// Whether a place in the file is where the page explains a topic, or what is a part of it.
  func explains(_ topic: Int, at offset: Int) -> Bool {
    var (low, high) = (0, inner.count)
    while low < high {
      let middle = (low + high) / 2
      if inner[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && inner[low - 1].topics.contains(topic)
  }
}

/// Reads headings that consist of nothing but topics' names: Labels and Selectors.
struct TopicHeading {
  private let tables: ConceptTables

  init(_ tables: ConceptTables) {
    self.tables = tables
  }

  /// The topics whose names make up a heading; none if it says more than these.
  func topics(_ heading: String) -> [Int] {
    let bytes = Array(heading.utf8)
    let words = Text(bytes.span, [Body.Prose(at: 0, count: bytes.count, source: 0)], tables.names.table.words).words
    guard !words.isEmpty, words.allSatisfy({ $0.number >= 0 }) else { return [] }
    var finder = NameFinder(tables.names)
    var topics: [Int] = []
    var next = 0
    for found in finder.find(in: words, bytes.span) {
      guard words[next..<found.first].allSatisfy({ tables.role(Int($0.number)).contains(.function) }) else { return [] }
      topics += tables.names.names[found.name].senses.map(\.topic)
      next = found.last + 1
    }
    return next == words.count ? topics : []
  }
}
