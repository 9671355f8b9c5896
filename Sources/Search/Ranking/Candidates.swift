/// The words of the index that may be meant by a word of a query, best first.
struct Candidates {
  /// One of them.
  struct Candidate {
    /// The file of body words that it is in, or ``names``.
    let list: Int32
    /// Its number there.
    let number: Int32
    /// How well it fits, from 0 to 1.
    let grade: Float
  }

  /// Says of a word that it is a term of the names file.
  static let names = -1

  private(set) var all: [Candidate] = []
  /// How many pages have names with a word that begins so, where the word may go on.
  var spread = 0
  /// The word that was meant where this one is unknown.
  var correction: [UInt8] = []

  /// No word of a query has more.
  private static let most = 200

  /// Adds a word, unless it is there with a better grade.
  @inline(never)
  mutating func add(_ list: Int, _ number: Int, _ grade: Float) {
    let candidate = Candidate(
      list: Int32(truncatingIfNeeded: list), number: Int32(truncatingIfNeeded: number), grade: grade)
    var place = 0
    while place < all.count, all[place].number != candidate.number || all[place].list != candidate.list { place += 1 }
    if place == all.count {
      guard all.count < Self.most else { return }
      all.append(candidate)
    } else if all[place].grade >= grade {
      return
    }
    while place > 0, all[place - 1].grade < grade {
      all[place] = all[place - 1]
      place -= 1
    }
    all[place] = candidate
  }
}
