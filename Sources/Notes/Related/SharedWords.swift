/// What the notes of a site have in common that can be shown to readers: topics that both name, words in their headings.
struct SharedWords {
  private let notes: [Note]
  private let topics: Numbers
  private let words: Numbers

  /// For each note a sorted list of numbers, and for each number how many notes have it.
  private struct Numbers {
    private var starts: [Int] = [0]
    private var values: [UInt32] = []
    /// By the last bits of a number: two that have them in common seem less rare than they are, no more.
    private var counts: [Int32]

    /// For numbers that differ in less than `range`, or nearly all do.
    init(range: Int) {
      var size = 256
      while size < min(range, 1 << 16) { size *= 2 }
      counts = [Int32](repeating: 0, count: size)
    }

    private func slot(_ number: UInt32) -> Int { Int(number) & (counts.count - 1) }

    mutating func append(_ numbers: [UInt32]) {
      var last: UInt32?
      for number in numbers.sorted() where number != last {
        values.append(number)
        counts[slot(number)] += 1
        last = number
      }
      starts.append(values.count)
    }

    /// The numbers that two notes share, the rarest first, without those that more than `most` notes have.
    func shared(_ one: Int, _ other: Int, most: Int) -> [UInt32] {
      var shared: [(count: Int32, number: UInt32)] = []
      var (left, right) = (starts[one], starts[other])
      let (leftEnd, rightEnd) = (starts[one + 1], starts[other + 1])
      while left < leftEnd, right < rightEnd {
        if values[left] == values[right] {
          let count = counts[slot(values[left])]
          if count <= most { shared.append((count, values[left])) }
          left += 1
          right += 1
        } else if values[left] < values[right] {
          left += 1
        } else {
          right += 1
        }
      }
      return shared.sorted { $0 < $1 }.map(\.number)
    }
  }

  /// How many topics or words are shown at most.
  private static let most = 3

  init(_ index: SiteIndex, _ topics: Topics, _ links: NoteLinks, mentions: [[Mention]]) {
    notes = index.notes
    var shared = Numbers(range: topics.count)
    var words = Numbers(range: .max)
    for number in index.notes.indices {
      let linked = links.linked(from: number).map { UInt32(topics.topic(ofNote: Int($0))) }
      shared.append(linked + mentions[number].map { UInt32($0.topic) })
      var hashes: [UInt32] = []
      Self.forEachHeadingWord(of: index.notes[number]) { hash, _, _ in hashes.append(hash) }
      words.append(hashes)
    }
    (self.topics, self.words) = (shared, words)
  }

  /// The topics that two notes name, the rarest first. What every fourth note names is not worth telling.
  func topics(_ one: Int, _ other: Int) -> [Int] {
    Array(topics.shared(one, other, most: max(3, notes.count / 4)).prefix(Self.most).map(Int.init))
  }

  /// The words that two notes have in titles or headings, the rarest first, as the first note writes them.
  func words(_ one: Int, _ other: Int) -> [String] {
    let shared = words.shared(one, other, most: max(3, notes.count / 10)).prefix(Self.most)
    guard !shared.isEmpty else { return [] }
    var spelled: [UInt32: String] = [:]
    Self.forEachHeadingWord(of: notes[one]) { hash, text, range in
      guard shared.contains(hash), spelled[hash] == nil else { return }
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      spelled[hash] = String(text[start..<text.utf8.index(start, offsetBy: range.count)])
    }
    return shared.compactMap { spelled[$0] }
  }

  /// Gives the words of a note's title and headings that are no function words, each with the text that it stands in.
  private static func forEachHeadingWord(of note: Note, _ body: (UInt32, String, Range<Int>) -> Void) {
    let functionWords = FunctionWords.english
    func scan(_ text: String) {
      let bytes = text.utf8.span
      var scanner = WordScanner(isHTML: false)
      while let word = scanner.next(in: bytes) {
        if !functionWords.contains(word.hash) { body(word.hash.value, text, word.range) }
      }
    }
    scan(note.title)
    for heading in note.headings { scan(heading.text) }
  }
}
