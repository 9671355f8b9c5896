/// Whether a word may be another one, mistyped.
enum TypingError {
  /// Whether at most so many errors lead from `wrong` to `right`. An error is a letter left out, one too many, a wrong one,
  /// or two that are swapped.
  ///
  /// - Parameter begins: Whether it does if `wrong` leads to the beginning of `right`.
  static func leads(
    from wrong: ArraySlice<UInt8>, to right: ArraySlice<UInt8>, errors: Int, begins: Bool = false
  ) -> Bool {
    var (i, j) = (wrong.startIndex, right.startIndex)
    while i < wrong.endIndex, j < right.endIndex, wrong[i] == right[j] { (i, j) = (i + 1, j + 1) }
    let (left, more) = (wrong.endIndex - i, right.endIndex - j)
    if left == 0 { return begins || more <= errors }
    if more == 0 || errors == 0 { return left <= errors && more == 0 }
    func goesOn(_ skipped: Int, _ missing: Int) -> Bool {
      leads(from: wrong[(i + skipped)...], to: right[(j + missing)...], errors: errors - 1, begins: begins)
    }
    if goesOn(1, 1) || goesOn(1, 0) || goesOn(0, 1) { return true }
    return left > 1 && more > 1 && wrong[i] == right[j + 1] && wrong[i + 1] == right[j] && goesOn(2, 2)
  }
}
