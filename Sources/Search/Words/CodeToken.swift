import Source

/// A whole token of code, which people look for as one: `spec.template.spec`, `--dry-run=client`,
/// `app.kubernetes.io/name`, `mark-control-plane`, `-p`.
///
/// Its form in an index is folded, without the dots and dashes that it starts with and without indices in brackets. Only a
/// switch of one letter keeps its dash, as the letter alone says nothing.
package enum CodeToken {
  /// The longest token that is kept whole, in bytes.
  package static let longest = 80

  /// The token at `start`, in the form in which it is indexed, and where it ends.
  ///
  /// - Parameter start: The first byte of a word, or of the dots and dashes before it.
  /// - Returns: Nothing where only a plain word stands there, or what is longer than ``longest``.
  package static func at(_ start: Int, in text: Span<UInt8>, end: Int) -> (form: [UInt8], end: Int, key: Int)? {
    var index = start
    while index < end, text[index] == dash || text[index] == dot { index += 1 }
    let isSwitch = index - start == 1 && text[start] == dash
    var form: [UInt8] = []
    var (words, key) = (0, 0)
    while let word = word(at: index, in: text, end: end) {
      Fold.append(text, word, to: &form)
      words += 1
      index = afterBrackets(word.upperBound, in: text, end: end)
      guard form.count <= longest else { return nil }
      guard index + 1 < end, isJoint(text[index]), joins(index, in: text, end: end) else { break }
      if text[index] == UInt8(ascii: "="), key == 0 { key = form.count }
      form.append(text[index])
      index += 1
    }
    if words == 1, isSwitch, form.count == 1 { return ([dash] + form, index, 0) }
    return words > 1 ? (form, index, key) : nil
  }

  private static let dash = UInt8(ascii: "-")
  private static let dot = UInt8(ascii: ".")

  private static func word(at start: Int, in text: Span<UInt8>, end: Int) -> Range<Int>? {
    var index = start
    while index < end {
      let count = letter(at: index, in: text)
      guard count > 0 else { break }
      index += count
    }
    return index > start && index <= end ? start..<index : nil
  }

  /// Behind `[]`, `[0]` and `[*]`.
  private static func afterBrackets(_ start: Int, in text: Span<UInt8>, end: Int) -> Int {
    guard start < end, text[start] == UInt8(ascii: "[") else { return start }
    var index = start + 1
    while index < end, index - start < 6, text[index].isDigit || text[index] == UInt8(ascii: "*") { index += 1 }
    return index < end && text[index] == UInt8(ascii: "]") ? index + 1 : start
  }

  /// Whether a byte may stand between two words of a token.
  @inline(__always)
  static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case dash, dot, UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "@"): true
    default: false
    }
  }

  private static func joins(_ index: Int, in text: Span<UInt8>, end: Int) -> Bool {
    letter(at: index + 1, in: text) > 0
  }

  /// How many bytes the letter at `index` has; 0 where none stands there.
  @inline(never)
  private static func letter(at index: Int, in text: Span<UInt8>) -> Int {
    let (letter, count) = Letter.at(index, in: text)
    return if case .letter = letter { count } else { 0 }
  }
}
