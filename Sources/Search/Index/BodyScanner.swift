import Source

/// Finds what a page's text can be found by: its words, whole tokens of code, and characters in pairs where a script
/// leaves no blanks between words.
struct BodyScanner {
  private(set) var counter: WordCounter
  /// How many words there are in the text.
  private(set) var length = 0
  private var position = 0
  /// Where the token of code ends that was counted last.
  private var tokenEnd = 0
  /// The ideograph that was met last, and whether it is counted already.
  private var ideograph = 0..<0
  private var isPaired = true

  /// By byte: zero for what is no letter or digit of ASCII, else the letter in lower case.
  private static let letters: [UInt8] = (0...255).map { byte in
    byte < 0x80 && (byte.isLetter || byte.isDigit) ? byte.lowercased : 0
  }

  /// A word is not longer than that, in bytes.
  private static let longest = CodeToken.longest

  /// A scanner of a text of so many bytes.
  init(bytes: Int) {
    counter = WordCounter(textSize: bytes)
  }

  /// Counts all words of a text.
  mutating func scan(_ text: Span<UInt8>) {
    let letters = Self.letters
    while position < text.count {
      let byte = text[position]
      if letters[Int(byte)] != 0 {
        readWord(text, letters)
      } else if byte < 0x80 {
        position += 1
      } else {
        readBeyondASCII(text, from: position)
      }
    }
    endIdeographs(text)
  }

  // MARK: Words

  @inline(__always)
  private mutating func readWord(_ text: Span<UInt8>, _ letters: [UInt8]) {
    let start = position
    var index = position
    var hash = WordCounter.emptyHash
    while index < text.count {
      let letter = letters[Int(text[index])]
      if letter == 0 { break }
      hash = WordCounter.hash(hash, letter)
      index += 1
    }
    if index < text.count, text[index] >= 0x80 { return readBeyondASCII(text, from: start) }
    position = index
    if Apostrophe.ends(start..<index, in: text) { return }
    length += 1
    if index - start <= Self.longest { counter.count(start..<index, hash: hash) }
    if start >= tokenEnd { readToken(text, start) }
  }

  /// Reads what begins with a letter beyond ASCII, or has one.
  private mutating func readBeyondASCII(_ text: Span<UInt8>, from start: Int) {
    var scanner = AtomScanner(text, in: start..<text.count)
    guard let atom = scanner.next(in: text) else { return position = text.count }
    position = atom.range.upperBound
    switch atom.letter {
    case .letter:
      length += 1
      if atom.range.count <= Self.longest { counter.count(folded: Fold.fold(text, atom.range)) }
      if start >= tokenEnd { readToken(text, atom.range.lowerBound) }
    case .ideograph: readIdeograph(text, atom.range)
    case .mark, .blank: break
    }
  }

  // MARK: Tokens of code

  /// Counts the token of code whose first word begins at `start`, if there is one, and what is before its `=`.
  private mutating func readToken(_ text: Span<UInt8>, _ start: Int) {
    let isSwitch = start > 0 && position == start + 1 && text[start - 1] == UInt8(ascii: "-")
    guard isSwitch || isJoined(text) else { return }
    let begins = isSwitch && (start == 1 || text[start - 2] <= 0x20) ? start - 1 : start
    guard let token = CodeToken.at(begins, in: text, end: text.count) else { return }
    tokenEnd = token.end
    counter.count(folded: token.form)
    guard token.key > 0 else { return }
    let key = Array(token.form[..<token.key])
    if key.contains(where: CodeToken.isJoint) { counter.count(folded: key) }
  }

  /// Whether more of a token may stand behind the word that was read last.
  @inline(__always)
  private func isJoined(_ text: Span<UInt8>) -> Bool {
    guard position + 1 < text.count else { return false }
    if text[position] == UInt8(ascii: "[") { return true }
    let next = text[position + 1]
    return CodeToken.isJoint(text[position]) && (next.isLetter || next.isDigit || next >= 0x80)
  }

  // MARK: Ideographs

  private mutating func readIdeograph(_ text: Span<UInt8>, _ range: Range<Int>) {
    if ideograph.upperBound == range.lowerBound, !ideograph.isEmpty {
      counter.count(folded: Fold.fold(text, ideograph.lowerBound..<range.upperBound))
      isPaired = true
    } else {
      endIdeographs(text)
      isPaired = false
    }
    length += 1
    ideograph = range
  }

  /// Counts an ideograph that stands alone.
  private mutating func endIdeographs(_ text: Span<UInt8>) {
    if !isPaired { counter.count(folded: Fold.fold(text, ideograph)) }
    isPaired = true
  }
}
