/// Keeps the number of `%TAG` lines small: libyaml compares each with all before it, so that a hundred thousand of them
/// would take it minutes. Nobody needs more than a few.
enum TagLines {
  /// How many may stand in a text.
  static let limit = 100

  /// The text with those beyond the limit as comments.
  static func limited(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    var count = 0
    var start = text.startIndex
    while start < text.endIndex {
      if text[start] == UInt8(ascii: "%"), text[start...].starts(with: "%TAG".utf8) {
        count += 1
        if count > limit { text[start] = UInt8(ascii: "#") }
      }
      while start < text.endIndex, !Written.isBreak(text[start]) { start += 1 }
      start += 1
    }
    return text
  }
}
