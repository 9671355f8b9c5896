/// A query with its typing errors put right.
struct Corrections {
  private let query: SearchQuery
  /// The words to look for in texts.
  private(set) var words: [WantedWord] = []
  /// What is written behind the last error.
  private var corrected: [UInt8] = []
  private var written = 0

  init(_ query: SearchQuery) {
    self.query = query
    for code in query.codes { words.append(WantedWord(form: code, weight: 200)) }
  }

  /// The query, if anything was put right.
  var text: [UInt8]? {
    written == 0 ? nil : corrected + query.text[written...]
  }

  /// Takes the next word.
  ///
  /// - Parameters:
  ///   - correction: What it was taken for; empty where it is right.
  ///   - weight: How much it tells.
  mutating func add(_ number: Int, _ correction: [UInt8], weight: Float) {
    let word = query.words[number]
    var form = word.form
    if !correction.isEmpty {
      form = correction
      corrected += query.text[written..<word.range.lowerBound] + correction
      written = word.range.upperBound
    }
    guard !word.isFunction || query.words.count == 1 else { return }
    var stemmer = Stemmer()
    let goesOn = query.isOpen && number == query.words.count - 1 && correction.isEmpty
    words.append(
      WantedWord(form: form, stem: stemmer.stem(form), goesOn: goesOn, weight: 1 + Int(weight * 20)))
  }
}
