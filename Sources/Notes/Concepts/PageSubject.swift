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
  private let title: String
  /// Where each of its sections begins in the HTML, and the section's heading.
  private let sections: [(start: Int, heading: String)]
  /// Where the topics within the page are named in the file, in order, with the topics that they are parts of.
  private let inner: [(start: Int, topics: [Int])]

  init(_ note: Int, _ page: Note, _ body: Body, _ topics: Topics, _ tables: ConceptTables) {
    self.note = note
    domain = tables.domains.ofNote[note]
    let number = topics.topic(ofNote: note)
    let own = topics[number]
    let file = page.path.path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
    let called = Set(ConceptNames.spellings(of: own).map(ConceptNames.key(of:)))
    ownNames = called.union([ConceptNames.key(of: String(file))])
    let heading = TopicHeading(tables)
    let inside = TopicHeading(tables, ignoring: called)
    ownTopics = [page.title, String(file)].flatMap { name in
      let topics = heading.topics(name)
      return topics == [number] ? inside.topics(name) : topics
    }
    sections =
      [(start: 0, heading: "")]
      + body.holes.filter { $0.kind == .section && $0.index < page.headings.count }.map { hole in
        (hole.offset, page.headings[hole.index].text)
      }
    title = page.title
    let within = topics.topics(ofNote: note).dropFirst()
    inner = within.map { number in
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

  /// What a section's heading and the page's title speak of.
  func heading(ofSection section: Int, _ tables: ConceptTables) -> SectionHeading {
    let text = sections[section].heading
    return SectionHeading(
      stems: tables.lexicon.stems(in: title + " " + text), topics: TopicHeading(tables).topics(text))
  }

  /// Whether the page as a whole is about a topic.
  func isAbout(_ topic: Int) -> Bool { ownTopics.contains(topic) }

  /// The stems of the title and of all headings.
  func stems(_ tables: ConceptTables) -> Set<Int32> {
    Set(tables.lexicon.stems(in: title) + sections.flatMap { tables.lexicon.stems(in: $0.heading) })
  }

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

/// What the heading of a section speaks of.
struct SectionHeading {
  /// The stems in it and in the page's title, in order.
  let stems: [Int32]
  /// The topics that it consists of.
  let topics: [Int]
}

/// Reads headings that consist of nothing but topics' names: Labels and Selectors.
struct TopicHeading {
  private let tables: ConceptTables
  private let ignored: Set<UInt64>

  /// A reader that passes over the names with the keys `ignored`.
  init(_ tables: ConceptTables, ignoring ignored: Set<UInt64> = []) {
    self.tables = tables
    self.ignored = ignored
  }

  /// The topics whose names make up a heading; none if it says more than these.
  func topics(_ heading: String) -> [Int] {
    let bytes = Array(heading.utf8)
    var reader = WordReader(0..<bytes.count, of: bytes.count)
    while let word = reader.next(in: bytes.span) {
      if tables.names.table.words[word.hash] < 0 { return [] }
    }
    let words = Text(bytes.span, [Body.Prose(at: 0, count: bytes.count, source: 0)], tables.names.table.words).words
    guard !words.isEmpty else { return [] }
    var finder = NameFinder(tables.names, ignoring: ignored)
    var topics: [Int] = []
    var next = 0
    for found in finder.find(in: words, bytes.span) {
      guard words[next..<found.first].allSatisfy({ tables.role(Int($0.number)).contains(.function) }) else { return [] }
      topics += tables.names.senses(of: tables.names.names[found.name]).map(\.topic)
      next = found.last + 1
    }
    return next == words.count ? topics : []
  }
}
