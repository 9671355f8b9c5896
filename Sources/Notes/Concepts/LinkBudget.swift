/// Keeps the links of a page few: the first mention of a topic in a section, and no more than a reader can stand.
struct LinkBudget {
  /// How many links a page has room for besides the first of each topic.
  private let room: Int
  /// How many links a page may have in all.
  private let most: Int

  init(wordCount: Int) {
    room = wordCount * 6 / 1000
    most = max(12, wordCount * 50 / 1000)
  }

  /// The mentions of a page: which are links, and why the others are not. Of a topic that is linked in a section, by its
  /// author too, what follows in it is left out.
  func mentions(_ page: ConceptLinker.Occurrences, _ rules: LinkRules) -> [Mention] {
    var kept: [(number: Int, doubt: Mention.Doubt?)] = []
    var firsts: [Int] = []
    var repeats: [Int] = []
    // Few are linked on a page, so that looking through them takes less than a set.
    var onPage = page.linked.map(\.topic)
    var inSection = (section: UInt16(0), topics: page.linked(inSection: 0))
    for (number, occurrence) in page.found.enumerated() {
      let doubt = rules.doubt(occurrence, on: page.note)
      if doubt == nil {
        if inSection.section != occurrence.section {
          inSection = (occurrence.section, page.linked(inSection: occurrence.section))
        }
        guard !inSection.topics.contains(occurrence.topic) else { continue }
        inSection.topics.append(occurrence.topic)
        if onPage.contains(occurrence.topic) {
          repeats.append(number)
        } else {
          firsts.append(number)
          onPage.append(occurrence.topic)
        }
      }
      kept.append((number, doubt))
    }
    let dropped = Set(
      dropped(firsts, most, page, rules) + dropped(repeats, max(0, room - firsts.count), page, rules))
    return kept.map { number, doubt in
      Mention(page.found[number], doubt: dropped.contains(number) ? .tooMany : doubt)
    }
  }

  /// The occurrences that go where there is room for `count` only: first those of ordinary words that are on many pages.
  private func dropped(
    _ numbers: [Int], _ count: Int, _ page: ConceptLinker.Occurrences, _ rules: LinkRules
  ) -> ArraySlice<Int> {
    guard numbers.count > count else { return [] }
    let ranked = numbers.map { number in
      let topic = Int(page.found[number].topic)
      return (number: number, rank: rules.pages(of: topic) * (rules.isOrdinary(topic) ? 4 : 1))
    }
    return ranked.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }.map(\.number)[count...]
  }
}
