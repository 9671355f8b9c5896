import Source

/// What somebody looks for: `bind mount`, `--dry-run=client`, `kind:object volume`.
///
/// Only the first words count, so that whatever is pasted into a search box is answered at once.
package struct SearchQuery: Sendable {
  /// A word of it.
  struct Word: Sendable {
    /// Where it stands in the text.
    let range: Range<Int>
    /// It as folded.
    let form: [UInt8]
    /// The stem of `form`.
    let stem: [UInt8]
    /// As what it stands in the words of texts, if that is something else: an ideograph with the one behind it.
    let bodyForm: [UInt8]
    /// The folded parts of a word that is written together out of several.
    let parts: [[UInt8]]
    /// Whether it is one of those that hold sentences together.
    let isFunction: Bool
    /// Which pages it selects, where it is written as a filter.
    let filter: Filter?
  }

  /// What a filter looks at.
  enum Filter: Sendable { case kind, domain }

  /// What was typed, as far as it counts.
  let text: [UInt8]
  /// Its words.
  private(set) var words: [Word] = []
  /// Its whole tokens of code.
  private(set) var codes: [[UInt8]] = []
  /// Whether the last word may go on: nothing stands behind it.
  private(set) var isOpen = false

  /// How many bytes and how many words of a query count.
  private static let (longest, mostWords) = (1000, 24)

  /// Takes a query apart.
  package init(_ text: [UInt8]) {
    self.text = text.count > Self.longest ? Array(text[0..<Self.longest]) : text
    let functionWords = FunctionWords()
    var stemmer = Stemmer()
    var reader = QueryReader(self.text)
    while words.count < Self.mostWords, let word = reader.next(functionWords, &stemmer) { words.append(word) }
    codes = reader.codes
    if let last = words.last { isOpen = last.range.upperBound == self.text.count }
  }
}
