import Markdown
import Source

/// Looks at each name in a page's text, and at what stands around it.
struct OccurrenceReader {
  /// A name whose topic is known.
  struct Candidate {
    let found: FoundName
    let topic: Int
    let style: NameForms.Style
    let isAmbiguous: Bool
  }

  private let tables: ConceptTables
  private let subject: PageSubject
  private let words: [TextWord]
  private let candidates: [Candidate]
  /// The candidate that each word belongs to; -1 for those that belong to none.
  private var candidateOfWord: [Int32]
  /// The stem of each word: -2 where it was not looked up yet. Empty before the first is.
  private var stems: [Int32] = []
  /// The section that was looked at last, and its heading.
  private var heading: (section: Int, heading: SectionHeading)?

  init(_ tables: ConceptTables, _ subject: PageSubject, _ words: [TextWord], _ candidates: [Candidate]) {
    self.tables = tables
    self.subject = subject
    self.words = words
    self.candidates = candidates
    candidateOfWord = Array(repeating: -1, count: words.count)
    for (number, candidate) in candidates.enumerated() {
      for word in candidate.found.first...candidate.found.last { candidateOfWord[word] = Int32(number) }
    }
  }

  /// What there is to say about a candidate in a section.
  mutating func traits(of candidate: Candidate, inSection section: Int, _ html: borrowing Span<UInt8>)
    -> Occurrence.Traits
  {
    let (first, last) = (candidate.found.first, candidate.found.last)
    let concept = tables.concepts[candidate.topic]
    let name = tables.names.names[candidate.found.name]
    var traits: Occurrence.Traits = []
    if html[Int(words[first].start)].isCapital { traits.insert(.capital) }
    if name.isSingular { traits.insert(.singular) }
    if last > first { traits.insert(.manyWords) }
    if !concept.isOrdinary || candidate.style != .full || last > first { traits.insert(.distinctive) }
    if candidate.isAmbiguous { traits.insert(.ambiguous) }
    if let domain = concept.domain, let own = subject.domain, domain != own { traits.insert(.foreign) }
    lookBack(candidate, concept, html, &traits)
    lookAhead(candidate, html, &traits)
    if wantsEvidence(concept, traits), isEvident(candidate, section, html) { traits.insert(.evident) }
    return traits
  }

  // MARK: Before and behind

  /// Looks at what stands before a name.
  private func lookBack(
    _ candidate: Candidate, _ concept: Concept, _ html: borrowing Span<UInt8>, _ traits: inout Occurrence.Traits
  ) {
    let first = candidate.found.first
    if Self.followsCode(html, Int(words[first].start)) {
      traits.formUnion([.afterIdentifier, .isWithin])
      return
    }
    guard first > 0, words[first - 1].sentence == words[first].sentence else { return }
    traits.insert(.isWithin)
    let isSingle = candidate.found.last == first
    guard words[first].gap != .other else { return noteDeed(html, first, isSingle, nil, &traits) }
    let before = words[first - 1]
    let role = tables.role(Int(before.number))
    noteDeed(html, first, isSingle, role, &traits)
    if role.contains(.determiner) { traits.insert(.afterDeterminer) }
    if role.contains(.possessive) { traits.insert(.afterPossessive) }
    if role.contains(.qualifier) { traits.insert(.afterQualifier) }
    if let domain = tables.domain(namedBy: Int(before.number)) {
      traits.insert(domain == concept.domain ? .afterOwnDomain : .afterOtherDomain)
    }
    if candidateOfWord[first - 1] >= 0 { traits.insert(.afterTopic) }
    let isIdentifier = Self.isIdentifier(html, before.range) || words[first - 1].gap == .hyphen
    if isIdentifier { traits.insert(.afterIdentifier) }
    guard role.isDisjoint(with: [.function, .qualifier]), candidateOfWord[first - 1] < 0 else {
      if role.contains(.auxiliary), isVerb(candidate) { traits.insert(.verb) }
      return
    }
    if html[Int(before.start)].isCapital {
      let opens = first == 1 || words[first - 2].sentence != before.sentence
      if !opens { traits.insert(.afterProperName) }
    } else if !isIdentifier, Self.narrows(html, before.range) {
      traits.insert(.afterModifier)
    }
  }

  /// Whether a word beside a noun may be one, too, and so make one thing of the two: it does not look like an adverb, a
  /// participle or a verb.
  private static func narrows(_ html: borrowing Span<UInt8>, _ word: Range<Int>) -> Bool {
    if English.ends(html, word, "s"), !English.ends(html, word, "ss") { return false }
    return !English.ends(html, word, "ly") && !English.ends(html, word, "ed") && !English.ends(html, word, "ing")
  }

  /// Notes a name that may be a deed. `role` is that of the word before, if that belongs to the name.
  private func noteDeed(
    _ html: borrowing Span<UInt8>, _ first: Int, _ isSingle: Bool, _ role: English.Role?,
    _ traits: inout Occurrence.Traits
  ) {
    guard isSingle, traits.contains(.singular), !traits.contains(.capital) else { return }
    if let role, role.contains(.determiner) { return }
    if English.isDeed(html, words[first].range) { traits.insert(.bareDeed) }
  }

  /// Whether a name behind `to` or `can` is a verb: it is one word in the singular, and what it is done to follows.
  private func isVerb(_ candidate: Candidate) -> Bool {
    let last = candidate.found.last
    guard candidate.found.first == last, last + 1 < words.count, words[last + 1].gap == .blank else { return false }
    return tables.names.names[candidate.found.name].isSingular
      && tables.role(Int(words[last + 1].number)).contains(.determiner)
  }

  /// Looks at what stands behind a name.
  private func lookAhead(_ candidate: Candidate, _ html: borrowing Span<UInt8>, _ traits: inout Occurrence.Traits) {
    let last = candidate.found.last
    if isInLongerName(candidate, html) { traits.insert(.endsLongerName) }
    guard last + 1 < words.count, words[last + 1].gap != .other else { return }
    let next = words[last + 1]
    let role = tables.role(Int(next.number))
    if candidate.found.first == last, role.contains(.particle), English.ends(html, words[last].range, "ing") {
      traits.insert(.verb)
    }
    if role.isDisjoint(with: [.function, .qualifier]), candidateOfWord[last + 1] < 0, traits.contains(.singular),
      !html[Int(next.start)].isCapital
    {
      // What ends with an s behind "the job" is a verb; else it is a noun in the plural.
      let isPlural = English.ends(html, next.range, "s") && !English.ends(html, next.range, "ss")
      let isNoun =
        isPlural ? traits.isDisjoint(with: [.afterDeterminer, .afterQualifier]) : Self.narrows(html, next.range)
      if isNoun { traits.insert(.beforeNoun) }
    }
  }

  /// Whether initials in parentheses follow that stand for more words than the name has: the name ends a longer one.
  private func isInLongerName(_ candidate: Candidate, _ html: borrowing Span<UInt8>) -> Bool {
    let (first, last) = (candidate.found.first, candidate.found.last)
    guard first > 0, last + 1 < words.count else { return false }
    let (end, initials) = (Int(words[last].end), words[last + 1].range)
    guard initials.lowerBound - end <= 2, html[initials.lowerBound - 1] == UInt8(ascii: "(") else { return false }
    let missing = initials.count - (last - first + 2)
    guard missing >= 0, initials.upperBound < html.count, html[initials.upperBound] == UInt8(ascii: ")") else {
      return false
    }
    for offset in 0...(last - first + 1) {
      let letter = html[initials.lowerBound + missing + offset].lowercased
      if html[Int(words[first - 1 + offset].start)].lowercased != letter { return false }
    }
    return true
  }

  /// Whether code ends before a place, with nothing but a blank between them.
  private static func followsCode(_ html: borrowing Span<UInt8>, _ start: Int) -> Bool {
    start > 8 && html[start - 1].isSpace && English.ends(html, 0..<start - 1, "</code>")
  }

  /// Whether a word is spelled like the name of a thing: `web-1`, `eStargz`.
  private static func isIdentifier(_ html: borrowing Span<UInt8>, _ word: Range<Int>) -> Bool {
    var last: UInt8 = 0
    for index in word {
      let byte = html[index]
      if byte.isDigit || byte == UInt8(ascii: "_") { return true }
      if byte.isCapital, last.isLetter, !last.isCapital { return true }
      last = byte
    }
    return false
  }

  // MARK: Evidence

  /// Whether it matters that the text around a name speaks of its topic: not for names that can hardly mean anything else.
  private func wantsEvidence(_ concept: Concept, _ traits: Occurrence.Traits) -> Bool {
    if traits.contains(.distinctive) {
      return traits.contains(.foreign) && traits.contains(.manyWords) && !traits.contains(.capital)
    }
    return !concept.isCore
  }

  /// How many words of a sentence are looked at on either side of a name.
  private static let reach = 25

  /// Whether the page's title, the section's heading or the sentence speak of what the topic's definition speaks of, or name
  /// a topic that has to do with it.
  private mutating func isEvident(
    _ candidate: Candidate, _ section: Int, _ html: borrowing Span<UInt8>
  ) -> Bool {
    let heading = self.heading(ofSection: section)
    if heading.topics.contains(candidate.topic) { return true }
    if heading.stems.contains(where: { tables.stems.has($0, in: candidate.topic) }) { return true }
    var (start, end) = (candidate.found.first, candidate.found.last)
    let sentence = words[start].sentence
    while start > 0, candidate.found.first - start < Self.reach, words[start - 1].sentence == sentence { start -= 1 }
    while end + 1 < words.count, end - candidate.found.last < Self.reach, words[end + 1].sentence == sentence {
      end += 1
    }
    for word in start...end where candidateOfWord[word] >= 0 {
      let other = candidates[Int(candidateOfWord[word])].topic
      if other != candidate.topic, isRelated(candidate.topic, other) { return true }
    }
    return speaks(of: candidate, html, start, end)
  }

  /// Whether a sentence, apart from the name in it, has a word of the topic's definition. Words between the words of prose,
  /// such as those of links, count, too.
  private mutating func speaks(
    of candidate: Candidate, _ html: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    for word in start...end {
      let isInside = word > candidate.found.first && word <= candidate.found.last
      if word > start, words[word].gap == .other, !isInside {
        let gap = Int(words[word - 1].end)..<Int(words[word].start)
        if gap.count > 8, speaks(of: candidate.topic, html, gap) { return true }
      }
      if isInside || word == candidate.found.first { continue }
      let stem = stem(ofWord: word, html)
      if stem >= 0, tables.stems.has(stem, in: candidate.topic) { return true }
    }
    return false
  }

  /// The stem of a word; -1 for one without meaning. It is looked up once.
  private mutating func stem(ofWord word: Int, _ html: borrowing Span<UInt8>) -> Int32 {
    if stems.isEmpty { stems = Array(repeating: -2, count: words.count) }
    if stems[word] == -2 {
      let isEmpty = !tables.role(Int(words[word].number)).isDisjoint(with: [.function, .light])
      stems[word] = isEmpty ? -1 : tables.lexicon.stem(ofMeaningful: words[word].range, in: html) ?? -1
    }
    return stems[word]
  }

  private mutating func heading(ofSection section: Int) -> SectionHeading {
    if let heading, heading.section == section { return heading.heading }
    let read = subject.heading(ofSection: section, tables)
    heading = (section, read)
    return read
  }

  /// The words of a name's sentence that are looked at, the first and the last.
  private func sentence(of candidate: Candidate) -> (start: Int, end: Int) {
    var (start, end) = (candidate.found.first, candidate.found.last)
    let sentence = words[start].sentence
    while start > 0, candidate.found.first - start < Self.reach, words[start - 1].sentence == sentence { start -= 1 }
    while end + 1 < words.count, end - candidate.found.last < Self.reach, words[end + 1].sentence == sentence {
      end += 1
    }
    return (start, end)
  }

  /// Whether one of two topics is named in the other's definition, or their definitions speak of the same.
  private func isRelated(_ one: Int, _ other: Int) -> Bool {
    tables.parts.has(Int32(other), in: one) || tables.parts.has(Int32(one), in: other)
      || tables.stems.share(one, other, besides: tables.domainStems)
  }

  /// Whether a part of the HTML, outside of code, has a word of a topic's definition.
  private func speaks(of topic: Int, _ html: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, html[end] != UInt8(ascii: "<") { end += 1 }
      var reader = WordReader(index..<end, of: html.count)
      while let word = reader.next(in: html) {
        if let stem = tables.lexicon.stem(of: word, in: html), tables.stems.has(stem, in: topic) { return true }
      }
      guard end < range.upperBound else { return false }
      let tag = Tag(html, at: end, range.upperBound)
      index = tag.isCode ? Tag.endOfCode(html, tag.end, range.upperBound) : tag.end
    }
    return false
  }
}
