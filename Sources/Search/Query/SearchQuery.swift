import Source

/// What somebody looks for: `bind mount`, `--dry-run=client`, `kind:object volume`.
///
/// Only the first words count, so that whatever is pasted into a search box is answered at once.
package struct SearchQuery: Sendable {
  /// A word of it.
  struct Word: Sendable {
    /// Where it stands in the text.
    let start, end: Int
    /// Whether it is one of those that hold sentences together.
    let isFunction: Bool
    /// Which pages it selects, where it is written as a filter.
    let filter: Filter
  }

  /// What a word looks at to select pages.
  enum Filter: UInt8, Sendable { case none, kind, domain }

  /// What was typed, as far as it counts.
  let text: [UInt8]
  /// Its words.
  private(set) var words: [Word] = []
  /// Where its tokens of code start, with the dots and dashes before them.
  private(set) var codes: [UInt32] = []

  /// How many bytes and how many words of a query count.
  private static let (longest, mostWords) = (1000, 24)

  /// Takes a query apart.
  package init(_ text: [UInt8]) {
    self.text = text.count > Self.longest ? Array(text[0..<Self.longest]) : text
    let functionWords = FunctionWords()
    var scanner = AtomScanner(self.text.span)
    var filter = Filter.none
    var codeEnd = 0
    while words.count < Self.mostWords, let atom = scanner.nextCompactly(in: self.text.span) {
      let (start, end) = (atom.range.lowerBound, atom.range.upperBound)
      if atom.isSpaced { filter = .none }
      if case .mark = atom.letter { continue }
      if Apostrophe.ends(atom.range, in: self.text.span) { continue }
      if atom.isSpaced {
        filter = self.filter(start, end)
        if filter != .none { continue }
      }
      if start >= codeEnd, filter == .none { codeEnd = readCode(from: start, after: codeEnd) }
      let folded = Fold.fold(self.text.span, atom.range)
      words.append(
        Word(
          start: start, end: end, isFunction: functionWords.contains(folded.span, 0..<folded.count), filter: filter))
    }
  }

  /// Whether the last word may go on: nothing stands behind it.
  var isOpen: Bool { !words.isEmpty && words[words.count - 1].end == text.count }

  /// A word as folded.
  @inline(never)
  func form(_ word: Int) -> [UInt8] {
    Fold.fold(text.span, words[word].start..<words[word].end)
  }

  /// As what a word stands in the words of texts: an ideograph with the one behind it.
  func bodyForm(_ word: Int) -> [UInt8] {
    guard case .ideograph = Letter.at(words[word].start, in: text.span).0, word + 1 < words.count,
      words[word + 1].start == words[word].end, case .ideograph = Letter.at(words[word].end, in: text.span).0
    else { return form(word) }
    return Fold.fold(text.span, words[word].start..<words[word + 1].end)
  }

  /// A token of code, or if it is a switch with a value, the switch.
  func code(_ number: Int, isKey: Bool = false) -> [UInt8] {
    guard let token = CodeToken.at(Int(codes[number]), in: text.span, end: text.count) else { return [] }
    return isKey ? Array(token.form[0..<token.key]) : token.form
  }

  /// What the word at `start` says if it is `kind` or `in` with a colon and a word close behind it.
  private func filter(_ start: Int, _ end: Int) -> Filter {
    guard end + 1 < text.count, text[end] == UInt8(ascii: ":"), !text[end + 1].isSpace else { return .none }
    return text[start..<end] == "kind" ? .kind : text[start..<end] == "in" ? .domain : .none
  }

  /// Takes note of the token of code that has the word at `start`, if one does.
  ///
  /// - Parameter after: Where the last one ends.
  /// - Returns: Where it ends.
  private mutating func readCode(from start: Int, after codeEnd: Int) -> Int {
    var front = start
    while front > codeEnd, text[front - 1] == UInt8(ascii: "-") || text[front - 1] == UInt8(ascii: ".") { front -= 1 }
    guard let token = CodeToken.at(front, in: text.span, end: text.count) else { return codeEnd }
    codes.add(front)
    return token.end
  }
}
