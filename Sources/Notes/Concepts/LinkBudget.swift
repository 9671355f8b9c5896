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

  /// The mentions of a page: which are links, and why the others are not.
  mutating func mentions(_ page: ConceptLinker.Occurrences, _ rules: LinkRules) -> [Mention] {
    var doubts = page.found.map { rules.doubt($0, on: page.note) }
    var firsts: [Int] = []
    var repeats: [Int] = []
    var onPage: Set<Int32> = []
    var inSection: Set<UInt64> = []
    for (number, occurrence) in page.found.enumerated() where doubts[number] == nil {
      let place = UInt64(occurrence.section) << 32 | UInt64(UInt32(bitPattern: occurrence.topic))
      guard inSection.insert(place).inserted else {
        doubts[number] = .again
        continue
      }
      if onPage.insert(occurrence.topic).inserted { firsts.append(number) } else { repeats.append(number) }
    }
    for number in dropped(firsts, most, page, rules) { doubts[number] = .tooMany }
    for number in dropped(repeats, max(0, room - firsts.count), page, rules) { doubts[number] = .tooMany }
    return zip(page.found, doubts).map { Mention($0, doubt: $1) }
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
