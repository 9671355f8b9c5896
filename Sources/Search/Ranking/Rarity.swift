/// How much a word tells, by how rare it is.
struct Rarity: Sendable {
  /// How many pages there are.
  let pages: Int

  /// The inverse document frequency of a word of so many pages, as BM25 has it.
  func weight(ofPages count: Int) -> Float {
    let count = Float(min(max(count, 0), pages)) + 0.5
    return Self.logarithm(1 + (Float(pages) + 1 - count) / count)
  }

  /// The natural logarithm of a normal number, to four digits: a page has no library of mathematics.
  static func logarithm(_ number: Float) -> Float {
    let exponent = Float(Int(number.bitPattern >> 23) - 127)
    let m = Float(bitPattern: number.bitPattern & 0x7F_FFFF | 0x3F80_0000)
    let fraction = -1.741_793_9 + (2.821_202_6 + (-1.469_956_8 + (0.447_179_55 - 0.056_570_851 * m) * m) * m) * m
    return (exponent + fraction) * 0.693_147_2
  }
}
