/// A command line in one text, split into words as a shell does: at blanks outside of quotes.
enum CommandLineWords {
  /// The words of `text`. Nothing in it is replaced.
  static func split(_ text: String) throws(Failure) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var letters = text.makeIterator()
    while let letter = letters.next() {
      switch (quote, letter) {
      case (nil, " "), (nil, "\t"), (nil, "\n"):
        if let done = word { words.append(done) }
        word = nil
      case (nil, "'"), (nil, "\""):
        quote = letter
        word = word ?? ""
      case (let mark?, letter) where mark == letter: quote = nil
      case (nil, "\\"), ("\"", "\\"):
        guard let next = letters.next() else { throw Failure("'\(text)' ends with a backslash") }
        let isKept = quote != nil && !"\"\\$`".contains(next)
        word = (word ?? "") + (isKept ? "\\" : "") + String(next)
      default: word = (word ?? "") + String(letter)
      }
    }
    guard quote == nil else { throw Failure("'\(text)' has a quote without its other half") }
    if let word { words.append(word) }
    return words
  }
}
