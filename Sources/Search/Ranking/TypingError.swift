/// Whether a word may be another one, mistyped.
struct TypingError {
  /// What was typed.
  let wrong: [UInt8]
  /// Whether it is enough if it leads to the beginning of a word.
  let begins: Bool

  /// Whether at most so many errors lead from what was typed to what stands between `start` and `end`. An error is a letter
  /// left out, one too many, a wrong one, or two that are swapped.
  ///
  /// - Parameter typed: From where on it is compared.
  func leads(from typed: Int = 0, to right: [UInt8], _ start: Int, _ end: Int, errors: Int) -> Bool {
    var (i, j) = (typed, start)
    while i < wrong.count, j < end, wrong[i] == right[j] { (i, j) = (i + 1, j + 1) }
    let (left, more) = (wrong.count - i, end - j)
    if left == 0 { return begins || more <= errors }
    if more == 0 || errors == 0 { return more == 0 && left <= errors }
    return leads(from: i + 1, to: right, j + 1, end, errors: errors - 1)
      || leads(from: i + 1, to: right, j, end, errors: errors - 1)
      || leads(from: i, to: right, j + 1, end, errors: errors - 1)
      || left > 1 && more > 1 && wrong[i] == right[j + 1] && wrong[i + 1] == right[j]
        && leads(from: i + 2, to: right, j + 2, end, errors: errors - 1)
  }
}
