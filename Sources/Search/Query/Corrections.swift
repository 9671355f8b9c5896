/// A query with its typing errors put right.
struct Corrections {
  private let query: SearchQuery
  /// The words to look for in texts.
  private(set) var words: [WantedWord] = []
  /// The query up to behind the last error.
  private var corrected: [UInt8] = []
  private var written = 0

  /// What a token of code tells beside a word.
  private static let codeWeight = 200

  @inline(never)
  init(_ query: SearchQuery) {
    self.query = query
    for code in 0..<query.codes.count {
      words.append(WantedWord(form: query.code(code), weight: Self.codeWeight))
    }
  }

  /// The query, if anything was put right.
  @inline(never)
  func text() -> [UInt8]? {
    guard written > 0 else { return nil }
    var text = corrected
    for index in written..<query.text.count { text.add(query.text[index]) }
    return text
  }

  /// Takes the next word.
  ///
  /// - Parameters:
  ///   - correction: What it was taken for; empty where it is right.
  ///   - weight: How much it tells.
  @inline(never)
  mutating func add(_ word: Int, _ correction: [UInt8], weight: Float) {
    var form = query.form(word)
    if !correction.isEmpty {
      form = correction
      for index in written..<query.words[word].start { corrected.add(query.text[index]) }
      for byte in correction { corrected.add(byte) }
      written = query.words[word].end
    }
    guard !query.words[word].isFunction || query.words.count == 1 else { return }
    var stemmer = Stemmer()
    let goesOn = query.isOpen && word == query.words.count - 1 && correction.isEmpty
    words.append(
      WantedWord(form: form, stem: stemmer.stem(form), goesOn: goesOn, weight: 1 + Int(weight * 20)))
  }
}
