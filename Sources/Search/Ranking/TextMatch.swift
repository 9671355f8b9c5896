/// What a text has of a query, gathered word by word of the query.
struct TextMatch: Sendable {
  /// The text.
  let text: Int
  /// What the query's words tell that it has, each by how well it fits.
  private(set) var found: Float = 0
  /// What those of its words tell that are in the query.
  private(set) var covered: Float = 0
  /// How well the worst of them fits.
  private(set) var worst: Float = 1
  /// Which words of the query it has, a bit each.
  private(set) var queryWords: UInt32 = 0
  /// Which of its first 64 words are in the query; which of these are the query's current word and the one before it.
  private var positions: UInt64 = 0
  private var current: UInt64 = 0
  private var previous: UInt64 = 0
  private var word = -2
  /// How many words of the query stand behind the one before them, and which was the last of them.
  private var followers = 0
  private var lastFollower = -1

  init(text: Int) {
    self.text = text
  }

  /// Takes note of a word.
  ///
  /// - Parameters:
  ///   - word: Its number in the query.
  ///   - weight: What it tells of the query.
  ///   - grade: How well it fits. The first that is noted of a word fits best.
  ///   - position: Where it stands in the text.
  ///   - termWeight: What it tells of the text.
  @inline(never)
  mutating func add(word: Int, weight: Float, grade: Float, at position: Int, termWeight: Float) {
    if self.word != word {
      previous = self.word == word - 1 ? current : 0
      current = 0
      self.word = word
      found += grade * weight
      queryWords |= 1 << UInt32(word)
      if grade < worst { worst = grade }
    }
    guard position < 64 else { return }
    let bit: UInt64 = 1 << UInt64(position)
    if positions & bit == 0 {
      positions |= bit
      covered += grade * termWeight
    }
    current |= bit
    if (previous << 1) & bit != 0, lastFollower != word {
      lastFollower = word
      followers += 1
    }
  }

  /// How well the text fits the query, from 0; 1 if it has all words of it and no others, side by side, and more if it
  /// equals it.
  ///
  /// - Parameters:
  ///   - words: How many words the query has.
  ///   - weight: What these tell together.
  ///   - length: How many words the text has.
  ///   - textWeight: What these tell together.
  @inline(never)
  func quality(words: Int, weight: Float, length: Int, textWeight: Float) -> Float {
    guard weight > 0, textWeight > 0 else { return 0 }
    let share = min(1, found / weight)
    guard share >= Weight.leastShare else { return 0 }
    let order = words > 1 ? Float(followers) / Float(words - 1) : 1
    var quality = share * share * min(1, covered / textWeight) * (1 - Weight.order + Weight.order * order)
    if queryWords.nonzeroBitCount == words, positions.nonzeroBitCount == length, followers + 1 == words {
      quality *= 1 + Weight.equality * worst
    }
    return quality
  }
}
