import Source

/// Reads the words of a query one after the other, and gathers its tokens of code.
struct QueryReader {
  private let text: [UInt8]
  private var scanner: AtomScanner
  /// The next atom but for the one that is read.
  private var ahead: Atom?
  /// Where the last token of code ends.
  private var codeEnd = 0
  /// What the word that is read filters.
  private var filter: SearchQuery.Filter?
  /// The tokens of code before the current word.
  private(set) var codes: [[UInt8]] = []

  init(_ text: [UInt8]) {
    self.text = text
    scanner = AtomScanner(text.span)
    ahead = scanner.next(in: text.span)
  }

  /// The next word; none at the end.
  mutating func next(_ functionWords: FunctionWords, _ stemmer: inout Stemmer) -> SearchQuery.Word? {
    let text = text
    while let atom = ahead {
      ahead = scanner.next(in: text.span)
      let start = atom.range.lowerBound
      if case .mark = atom.letter { continue }
      if Apostrophe.ends(atom.range, in: text.span) { continue }
      if startsFilter(atom) { continue }
      readCode(from: start)
      defer { if atom.range.upperBound == text.count || ahead?.isSpaced != false { filter = nil } }
      return word(atom, functionWords, &stemmer)
    }
    return nil
  }

  private func word(
    _ atom: Atom, _ functionWords: FunctionWords, _ stemmer: inout Stemmer
  ) -> SearchQuery.Word {
    let form = Fold.fold(text.span, atom.range)
    var parts: [[UInt8]] = []
    for part in CompoundParts.ranges(text.span, atom.range) { parts.append(Fold.fold(text.span, part)) }
    var bodyForm = form
    if case .ideograph = atom.letter, let next = ahead, case .ideograph = next.letter, !next.isSpaced {
      bodyForm.append(contentsOf: text[next.range])
    }
    return SearchQuery.Word(
      range: atom.range, form: form, stem: stemmer.stem(form), bodyForm: bodyForm, parts: parts,
      isFunction: functionWords.contains(form.span, 0..<form.count), filter: filter)
  }

  /// Whether an atom is `kind` or `in` with a colon and a word close behind it.
  private mutating func startsFilter(_ atom: Atom) -> Bool {
    guard atom.isSpaced, let colon = ahead, !colon.isSpaced, text[colon.range.lowerBound] == UInt8(ascii: ":"),
      colon.range.upperBound < text.count, !text[colon.range.upperBound].isSpace
    else { return false }
    if text[atom.range] == "kind" {
      filter = .kind
    } else if text[atom.range] == "in" {
      filter = .domain
    } else {
      return false
    }
    return true
  }

  /// Reads the token of code that has the word at `start`, with the dots and dashes before it.
  private mutating func readCode(from start: Int) {
    guard start >= codeEnd, filter == nil else { return }
    var front = start
    while front > codeEnd, text[front - 1] == UInt8(ascii: "-") || text[front - 1] == UInt8(ascii: ".") { front -= 1 }
    guard let token = CodeToken.at(front, in: text.span, end: text.count) else { return }
    codes.append(token.form)
    if token.key > 0 { codes.append(Array(token.form[0..<token.key])) }
    codeEnd = token.end
  }
}
