import Source

/// How English sentences say that something is needed beforehand.
enum Presumption {
  private static let cues = hashes(
    "familiar familiarity prerequisite assume assumes assumed assuming presume presumes already know known knowledge "
      + "require requires required understand understood")

  private static func hashes(_ words: String) -> [UInt32] {
    words.split(separator: " ").map { WordHash(String($0)).value }
  }

  /// How far around a link its sentence is looked at, in bytes.
  private static let reach = 160

  /// Whether the sentence around a place in HTML presumes what it names: `assumes that you know …`.
  static func isThere(at place: Int, in html: Span<UInt8>) -> Bool {
    var start = place
    while start > 0, place - start < reach, !isEnd(html, start - 1) { start -= 1 }
    var end = place
    while end < html.count, end - place < reach, !isEnd(html, end) { end += 1 }
    let sentence = html.extracting(start..<end)
    var scanner = WordScanner(isHTML: true)
    while let word = scanner.next(in: sentence) {
      if cues.contains(word.hash.value) { return true }
    }
    return false
  }

  /// Whether a sentence ends with the byte at `index`: a full stop before white space, or the tag of a block.
  private static func isEnd(_ html: Span<UInt8>, _ index: Int) -> Bool {
    switch html[index] {
    case UInt8(ascii: "."): index + 1 < html.count && html[index + 1].isSpace
    case UInt8(ascii: "<"): isBlockTag(html, index + 1)
    default: false
    }
  }

  /// Whether a paragraph or a list's entry begins or ends with the tag at `index`.
  private static func isBlockTag(_ html: Span<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < html.count else { return true }
    let name = html[index] == UInt8(ascii: "/") ? html[index + 1] : html[index]
    return name == UInt8(ascii: "p") || name == UInt8(ascii: "l")
  }
}
