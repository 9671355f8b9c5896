/// Where the words of all texts stand, gathered page by page.
struct BodyIndex {
  private(set) var words = WordTable(capacity: 1 << 14)
  private(set) var postings = PostingLists()
  private let impact: Impact

  /// An index of texts whose words weigh so much.
  init(_ impact: Impact) {
    self.impact = impact
  }

  /// Adds the words of a page that is behind all others, or of the same page once more.
  mutating func add(_ text: BodyWords, page: Int) {
    let scale = impact.scale(length: text.length)
    text.forEach { bytes, word, count in
      let number = words.number(of: bytes, word)
      postings.append(number, page: page, impact: scale.impact(count: count))
    }
  }
}
