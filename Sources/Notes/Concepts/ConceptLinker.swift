public import Markdown
import Source

/// Finds where notes name topics, and decides which of these names become links.
///
/// It is made once for a site. The notes' texts are gone through once, side by side; then all that was found is weighed
/// together, since how a word is used throughout the site tells what it means in one place.
public struct ConceptLinker: Sendable {
  private var topics: Topics
  private var index: SiteIndex
  private let tables: ConceptTables
  /// For each note, whether its words are compared with those of other domains.
  private let isSample: [Bool]

  /// What was found in one note's text.
  public struct Occurrences: Sendable {
    /// The note.
    let note: Int
    /// Names whose topic is known, in order, without those that differ in nothing from one before in their section.
    var found: [Occurrence] = []
    /// How often each topic is named.
    var usage: [PageUsage] = []
    /// How many words of prose there are.
    var wordCount = 0
    /// The stems of definitions that the text has, in order; only for notes that are a sample.
    var stems: [Int32] = []
    /// The topics that the author links to, with the section of each link.
    var linked: [SectionTopic] = []

    /// The topics that the author links to in a section.
    func linked(inSection section: UInt16) -> [Int32] {
      linked.isEmpty ? [] : linked.filter { $0.section == section }.map(\.topic)
    }
  }

  /// A linker for the topics of a site.
  public init(_ topics: Topics, _ index: SiteIndex) {
    self.topics = topics
    self.index = index
    tables = ConceptTables(topics, index)
    isSample = DomainDistances.sample(tables.domains)
  }

  /// The same linker for a site whose notes have the same faces, though some read otherwise.
  package func reading(_ topics: Topics, _ index: SiteIndex) -> ConceptLinker {
    var copy = self
    (copy.topics, copy.index) = (topics, index)
    return copy
  }

  /// Everything in a note's body that could be a topic's name.
  ///
  /// - Parameter targets: Where the note's links lead, in their order: what the author links needs no second link beside it.
  public func occurrences(in body: Body, of note: Int, targets: [LinkTarget]) -> Occurrences {
    occurrences(in: body, of: note, as: index.notes[note], targets: targets)
  }

  /// The same for a note that may have read otherwise when the linker was made.
  package func occurrences(in body: Body, of note: Int, as page: Note, targets: [LinkTarget]) -> Occurrences {
    var result = Occurrences(note: note)
    let html = body.html.span
    let words = Text(html, body.prose, tables.names.table.words).words
    result.wordCount = words.count
    let subject = PageSubject(note, page, body, topics, tables)
    if isSample[note] { result.stems = stems(of: words, subject, html) }
    result.linked = linkedTopics(in: body, subject, targets)
    let (candidates, excluded) = candidates(in: words, subject, html)
    var reader = OccurrenceReader(tables, subject, words, candidates)
    var collector = OccurrenceCollector()
    var section = 0
    for (number, candidate) in candidates.enumerated() {
      let (first, last) = (words[candidate.found.first], words[candidate.found.last])
      section = subject.section(at: Int(first.start), from: section)
      var traits = reader.traits(of: candidate, inSection: section, html)
      if excluded[number] { traits.insert(.excluded) }
      collector.add(
        Occurrence(
          topic: Int32(candidate.topic), start: UInt32(first.start), length: UInt16(clamping: last.end - first.start),
          section: UInt16(clamping: section), source: UInt32(first.source),
          sourceLength: UInt16(clamping: last.source + last.end - last.start - first.source), traits: traits),
        to: &result)
    }
    return result
  }

  /// The topics that links in a body lead to, by section.
  private func linkedTopics(in body: Body, _ subject: PageSubject, _ targets: [LinkTarget]) -> [SectionTopic] {
    var section = 0
    return body.holes.compactMap { hole in
      guard hole.kind == .linkStart, targets.indices.contains(hole.index),
        case .note(let other, let fragment) = targets[hole.index]
      else { return nil }
      section = subject.section(at: hole.offset, from: section)
      return SectionTopic(section: section, topic: topics.topic(ofNote: other, fragment: fragment))
    }
  }

  /// The names in a text, each with the topic that it most likely means, and whether the author says that it does not.
  private func candidates(
    in words: [TextWord], _ subject: PageSubject, _ html: borrowing Span<UInt8>
  ) -> ([OccurrenceReader.Candidate], [Bool]) {
    var finder = NameFinder(tables.names)
    var candidates: [OccurrenceReader.Candidate] = []
    var excluded: [Bool] = []
    for found in finder.find(in: words, html) {
      let name = tables.names.names[found.name]
      let first = words[found.first]
      guard !subject.ownNames.contains(name.key) else { continue }
      let isCapitals = found.first == found.last && DefinitionReader.isCapitals(html, first.range)
      guard let sense = sense(of: name, in: subject.domain, isCapitals) else { continue }
      let topic = tables.concepts[sense.topic]
      if subject.isAbout(sense.topic) { continue }
      if topic.note == subject.note, topic.isPage || subject.explains(sense.topic, at: Int(first.source)) { continue }
      candidates.append(
        .init(found: found, topic: sense.topic, style: sense.style, isAmbiguous: sense.isAmbiguous))
      excluded.append(finder.excludes(sense.topic, at: found))
    }
    return (candidates, excluded)
  }

  /// The topic that a name most likely means on a page of `domain`.
  private func sense(
    of name: ConceptNames.Name, in domain: Int?, _ isCapitals: Bool
  ) -> (topic: Int, style: NameForms.Style, isAmbiguous: Bool)? {
    let all = tables.names.senses(of: name)
    if all.count == 1, let only = all.first {
      return only.style == .initials && !isCapitals ? nil : (only.topic, only.style, false)
    }
    let senses = all.filter { $0.style != .initials || isCapitals }
    guard senses.count > 1 else { return senses.first.map { ($0.topic, $0.style, false) } }
    let ranks = senses.map { rank($0, domain) }
    let best = ranks.min() ?? 0
    let left = zip(senses, ranks).filter { $0.1 == best }.map(\.0)
    return left.first.map { ($0.topic, $0.style, left.count > 1) }
  }

  /// How well a sense fits a page of `domain`; the smaller, the better.
  private func rank(_ sense: ConceptNames.Sense, _ domain: Int?) -> Int {
    let concept = tables.concepts[sense.topic]
    let distance = domain == nil || concept.domain == domain ? 0 : concept.domain == nil ? 1 : 2
    let isStrong = concept.linking == .strong
    return distance * 16 + (isStrong ? 0 : 8) + (sense.isAlias ? 4 : 0) + Int(sense.style.rawValue)
  }

  /// The stems of definitions that a page's title and text have.
  private func stems(of words: [TextWord], _ subject: PageSubject, _ html: borrowing Span<UInt8>) -> [Int32] {
    var stems = subject.stems(tables)
    for word in words where tables.role(Int(word.number)).isDisjoint(with: [.function, .light]) {
      if let stem = tables.lexicon.stem(ofMeaningful: word.range, in: html) { stems.insert(stem) }
    }
    return stems.sorted()
  }

  /// What decides which names become links, once all of the site's notes were gone through.
  ///
  /// - Parameter occurrences: What was found in each of the site's notes, in their order.
  package func rules(_ occurrences: [Occurrences]) -> LinkRules {
    LinkRules(tables, SiteUsage(occurrences, topics.count), DomainDistances(occurrences, tables))
  }

  /// For each note, in order, where it names topics, and whether that becomes a link.
  ///
  /// - Parameter occurrences: What was found in each of the site's notes, in their order.
  public func mentions(_ occurrences: [Occurrences]) -> [[Mention]] {
    let rules = rules(occurrences)
    return occurrences.map { rules.mentions($0) }
  }
}

/// A topic in a section of a page.
struct SectionTopic: Sendable {
  let section: UInt16
  let topic: Int32

  init(section: Int, topic: Int) {
    self.section = UInt16(clamping: section)
    self.topic = Int32(clamping: topic)
  }
}

/// Puts a page's occurrences together.
private struct OccurrenceCollector {
  /// The first occurrence of the section.
  private var sectionStart = 0
  private var section: UInt16 = 0

  mutating func add(_ occurrence: Occurrence, to result: inout ConceptLinker.Occurrences) {
    count(occurrence, &result.usage)
    var occurrence = occurrence
    occurrence.traits = occurrence.traits.decisive
    if occurrence.section != section {
      section = occurrence.section
      sectionStart = result.found.count
    }
    let isKnown = result.found[sectionStart...].contains {
      $0.topic == occurrence.topic && $0.traits == occurrence.traits
    }
    if !isKnown { result.found.append(occurrence) }
  }

  private func count(_ occurrence: Occurrence, _ usage: inout [PageUsage]) {
    let known = usage.firstIndex { $0.topic == occurrence.topic }
    if known == nil { usage.append(PageUsage(topic: occurrence.topic)) }
    usage[known ?? usage.count - 1].count(occurrence.traits)
  }
}
