/// "Did you mean …?": the candidate nearest to a word that was not found.
public enum Suggestion {
  /// The candidate with the fewest single-byte edits to `word`, where they are few enough to be a slip: none in a
  /// single letter, one in a word of up to four bytes, two up to eight, three beyond. Letter case counts as no edit.
  /// Ties go to the first candidate.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = folded(word)
    var limit = slips(in: letters.count)
    var best: String?
    for candidate in candidates {
      guard abs(candidate.utf8.count - letters.count) <= limit else { continue }
      let distance = editDistance(letters, folded(candidate), limit: limit)
      if distance <= limit {
        best = candidate
        limit = distance - 1
        if limit < 0 { break }
      }
    }
    return best
  }

  private static func slips(in count: Int) -> Int {
    switch count {
    case ...1: 0
    case ...4: 1
    case ...8: 2
    default: 3
    }
  }

  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }

  /// The optimal string alignment distance (insert, delete, replace, swap of neighbours), or more than `limit`.
  private static func editDistance(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int {
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for row in 0..<one.count {
      var current = last
      current[0] = row + 1
      var smallest = current[0]
      for column in 0..<other.count {
        let replace = last[column] + (one[row] == other[column] ? 0 : 1)
        var cost = min(replace, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
        smallest = min(smallest, cost)
      }
      if smallest > limit { return smallest }
      beforeLast = last
      last = current
    }
    return last[other.count]
  }
}
