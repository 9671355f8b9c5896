/// How much a word weighs in a text, in four bits: the more often it stands there and the shorter the text, the more.
struct Impact {
  /// How many words the texts have on average.
  private let averageLength: Double

  /// The weights of words in texts of these lengths.
  init(lengths: [Int]) {
    averageLength = max(1, Double(lengths.reduce(0, +)) / Double(max(1, lengths.count)))
  }

  /// The weights in one text.
  struct Scale {
    /// By how often a word stands there.
    fileprivate let impacts: [UInt8]

    /// The weight of a word, from 0 to 15: two steps double it.
    @inline(__always)
    func impact(count: Int) -> Int { Int(impacts[min(count, impacts.count - 1)]) }
  }

  /// How much of a text's weight is that of its length.
  private static let lengthShare = 0.7
  /// The least that a weight of 1 stands for, so that 5 stands for a word that is met once in a text of usual length.
  private static let least = 0.210224103813429
  private static let step = 1.41421356237310

  /// The weights in a text of so many words.
  func scale(length: Int) -> Scale {
    let longer = 1 - Self.lengthShare + Self.lengthShare * Double(length) / averageLength
    var impacts: [UInt8] = []
    var (impact, bound): (UInt8, Double) = (0, Self.least)
    for count in 0...255 {
      while impact < 15, Double(count) / longer >= bound {
        impact += 1
        bound *= Self.step
      }
      impacts.append(impact)
    }
    return Scale(impacts: impacts)
  }
}
