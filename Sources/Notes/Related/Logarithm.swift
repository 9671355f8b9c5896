/// The natural logarithm of a number above zero, to about seven digits; the standard library has none.
func logarithm(_ number: Double) -> Double {
  // ln(m · 2^e) = e · ln 2 + 2 · artanh((m - 1) / (m + 1)), a series that is quick for m from 1 to 2.
  let ratio = (number.significand - 1) / (number.significand + 1)
  let square = ratio * ratio
  var sum = 0.0
  for odd in stride(from: 15.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
  return Double(number.exponent) * 0.693_147_180_559_945_3 + 2 * ratio * sum
}
