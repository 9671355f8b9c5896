/// The words of the index that may be meant by a word of a query, best first.
struct Candidates {
  /// One of them.
  struct Candidate {
    /// The file of body words that it is in; nothing for a term of the names file.
    let shard: Int?
    /// Its number there.
    let number: Int
    /// How well it fits, from 0 to 1.
    let grade: Float
  }

  private(set) var all: [Candidate] = []
  /// How many pages have names with a word that begins so, where the word may go on.
  var spread = 0
  /// The word that was meant where this one is unknown.
  var correction: [UInt8] = []

  /// No word of a query has more.
  private static let most = 200

  /// Adds a word, unless it is there with a better grade.
  @inline(never)
  mutating func add(_ shard: Int?, _ number: Int, _ grade: Float) {
    var place = 0
    while place < all.count, all[place].number != number || all[place].shard != shard { place += 1 }
    let candidate = Candidate(shard: shard, number: number, grade: grade)
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
