/// Decides what a name means in its place: the topic, or something else.
///
/// A name that can hardly mean anything else is taken at its word. An ordinary word has to show by the way in which it is
/// written, or by what stands around it, that the topic is meant.
package struct LinkRules: Sendable {
  private let tables: ConceptTables
  private let usage: SiteUsage
  private let distances: DomainDistances
  /// Whether most names are in the singular, so that one in the plural is so on purpose.
  private let pluralsAreRare: Bool

  init(_ tables: ConceptTables, _ usage: SiteUsage, _ distances: DomainDistances) {
    self.tables = tables
    self.usage = usage
    self.distances = distances
    let named = tables.concepts.filter { $0.claim <= .written && $0.isOrdinary }
    pluralsAreRare = named.filter(\.isPlural).count * 2 < named.count
  }

  /// Where a note names topics, and whether that becomes a link.
  package func mentions(_ page: ConceptLinker.Occurrences) -> [Mention] {
    LinkBudget(wordCount: page.wordCount).mentions(page, self)
  }

  /// On how many pages a topic is named.
  func pages(of topic: Int) -> Int { usage[topic].pages }

  /// Whether a topic's name is an ordinary word.
  func isOrdinary(_ topic: Int) -> Bool { tables.concepts[topic].isOrdinary }

  /// Why an occurrence on a page is no link; nothing if it is to be one.
  func doubt(_ occurrence: Occurrence, on page: Int) -> Mention.Doubt? {
    let topic = Int(occurrence.topic)
    let concept = tables.concepts[topic]
    if concept.linking == .never { return .unwanted }
    if concept.claim == .stub { return .unwritten }
    if occurrence.traits.contains(.excluded) { return .otherPhrase }
    if occurrence.traits.contains(.ambiguous) { return .severalSenses }
    if occurrence.traits.contains(.endsLongerName) { return .longerName }
    if occurrence.traits.contains(.verb) { return .verb }
    if concept.linking == .strong { return nil }
    return doubt(occurrence.traits, concept, usage[topic], page: tables.domains.ofNote[page])
  }

  private func doubt(
    _ traits: Occurrence.Traits, _ concept: Concept, _ use: SiteUsage.Use, page: Int?
  ) -> Mention.Doubt? {
    let isAbroad = traits.contains(.foreign)
    let isLower = !traits.contains(.capital)
    let isDistinctive = traits.contains(.distinctive)
    if traits.contains(.afterOtherDomain) { return .otherDomain }
    if !isLower, traits.contains(.afterProperName), use.capitalShare < 0.2,
      traits.contains(.manyWords) || !isDistinctive
    {
      return .longerName
    }
    if isAbroad, let page, let own = concept.domain, !distances.isNear(page, own) {
      if !isDistinctive, !concept.isCommon || use.isCapitalised { return .otherDomain }
      if traits.contains(.manyWords), isLower, !concept.hasShape { return .otherDomain }
    }
    let isCommonPhrase =
      isAbroad && isLower && traits.contains(.manyWords) && !concept.hasShape && !use.isCapitalised
    if isDistinctive, !isCommonPhrase { return nil }
    return doubtOrdinary(traits, concept, use, isCommonPhrase)
  }

  /// The doubts about an ordinary word.
  private func doubtOrdinary(
    _ traits: Occurrence.Traits, _ concept: Concept, _ use: SiteUsage.Use, _ isCommonPhrase: Bool
  ) -> Mention.Doubt? {
    let isLower = !traits.contains(.capital)
    if concept.isPlural, pluralsAreRare, isLower, traits.contains(.singular), !traits.contains(.manyWords) {
      return .singular
    }
    let convention = use.isCapitalised && isLower ? doubtLowerCase(traits) : nil
    if let convention { return convention }
    if traits.contains(.foreign), traits.contains(.afterModifier) { return .narrower }
    if traits.contains(.foreign), traits.contains(.beforeNoun), isLower { return .modifier }
    if concept.isCore, !isCommonPhrase { return nil }
    if !isLower, traits.contains(.isWithin) { return nil }
    if use.isCapitalised, traits.contains(.singular), traits.contains(.afterDeterminer) { return nil }
    return traits.contains(.evident) || use.isPredominant ? nil : .noEvidence
  }

  /// The doubts about a word in lower case whose topic authors write with a capital.
  private func doubtLowerCase(_ traits: Occurrence.Traits) -> Mention.Doubt? {
    let isNamed = !traits.isDisjoint(with: [.afterIdentifier, .afterTopic])
    if traits.contains(.bareDeed), !traits.contains(.afterIdentifier) { return .deed }
    let isCounted =
      traits.contains(.afterDeterminer) && !traits.contains(.afterPossessive)
      || !traits.isDisjoint(with: [.afterOwnDomain, .afterQualifier]) || !traits.contains(.singular)
    if !isCounted, !isNamed { return .lowerCase }
    if traits.contains(.afterModifier) { return .narrower }
    return traits.contains(.beforeNoun) ? .modifier : nil
  }
}
