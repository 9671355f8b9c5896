/// How much a word weighs in a text, in four bits: the more often it stands there, the more, but ever less so; and the
/// less, the longer the text is.
struct Impact {
  /// How many words the texts have on average.
  private let averageLength: Double

  /// The weights of words in texts of these lengths.
  init(lengths: [Int]) {
    averageLength = max(1, Double(lengths.reduce(0, +)) / Double(max(1, lengths.count)))
  }

  /// By how often a word stands in the text.
  struct Scale {
    fileprivate let impacts: [UInt8]

    /// The weight of a word, from 0 to 15.
    @inline(__always)
    func impact(count: Int) -> Int { Int(impacts[min(count, impacts.count - 1)]) }
  }

  private static let (saturation, lengthShare) = (1.2, 0.7)
  /// Each step of the sixteen is that much more than the one before.
  private static let step = 1.3

  /// The weights in a text of so many words.
  func scale(length: Int) -> Scale {
    let longer = 1 - Self.lengthShare + Self.lengthShare * Double(length) / averageLength
    return Scale(
      impacts: (0...255).map { count in
        let weight = Double(count) / (Double(count) + Self.saturation * longer)
        var impact = 15
        var bound = 1.0 / Self.step
        while impact > 0, weight < bound {
          impact -= 1
          bound /= Self.step
        }
        return UInt8(truncatingIfNeeded: impact)
      })
  }
}
