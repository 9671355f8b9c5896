/// How much a word tells, by how rare it is.
enum Rarity {
  /// The inverse document frequency of a word that so many of all pages have, as BM25 has it.
  @inline(never)
  static func weight(of count: Int, among pages: Int, isFunction: Bool = false) -> Float {
    let having = Float(min(count, pages)) + 0.5
    let weight = logarithm(1 + (Float(pages) + 1 - having) / having)
    return isFunction ? weight * Weight.functionWord : weight
  }

  /// The natural logarithm of a number from 1 on, to three digits: a page has no library of mathematics.
  static func logarithm(_ number: Float) -> Float {
    let exponent = Float(Int(number.bitPattern >> 23) - 127)
    let m = Float(bitPattern: number.bitPattern & 0x7F_FFFF | 0x3F80_0000)
    let fraction = -1.741_793_9 + (2.821_202_6 + (-1.469_956_8 + (0.447_179_55 - 0.056_570_851 * m) * m) * m) * m
    return exponent * 0.693_147_2 + fraction
  }
}
