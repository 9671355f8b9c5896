import Source

/// The words of a stretch of text, for questions about its grammar.
struct SentenceWords {
  /// A word: where it stands without the marks around it, and its letters in lower case.
  struct Word {
    let range: Range<Int>
    let folded: String
    /// Whether it is code.
    let isCode: Bool
    /// Whether a comma, or another mark that ends a clause, stands behind it.
    let endsClause: Bool
  }

  private(set) var all: [Word] = []

  /// The words of `range` of `bytes`, the first `limit` of them; `code` tells which bytes are code. A code span is one word.
  init(_ bytes: [UInt8], _ range: Range<Int>, code: [Bool], limit: Int = 64) {
    var index = range.lowerBound
    while index < range.upperBound, all.count < limit {
      guard !bytes[index].isSpace || code[index] else {
        index += 1
        continue
      }
      let start = index
      let isCode = code[index]
      while index < range.upperBound, isCode ? code[index] : !bytes[index].isSpace && !code[index] { index += 1 }
      add(bytes, start..<index, isCode: isCode)
    }
  }

  private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, isCode: Bool) {
    var (start, end) = (range.lowerBound, range.upperBound)
    let last = bytes[end - 1]
    if !isCode {
      while start < end, Self.isMark(bytes[start]) { start += 1 }
      while end > start, Self.isMark(bytes[end - 1]) { end -= 1 }
      guard start < end else { return }
    }
    let folded = String(decoding: bytes[start..<end].map(\.lowercased), as: UTF8.self)
    all.append(
      Word(
        range: start..<end, folded: folded.replacing("’", with: "'"), isCode: isCode,
        endsClause: Self.clauseEnds.contains(last)))
  }

  private static let clauseEnds = Array(",;:.!?".utf8)

  /// Whether a byte stands around words and does not belong to them.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "!"),
      UInt8(ascii: "?"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  var count: Int { all.count }
  var first: String { all.first?.folded ?? "" }
  var last: String { all.last?.folded ?? "" }

  /// Whether one of the words is one of a set.
  func contains(_ words: Set<String>) -> Bool {
    all.contains { !$0.isCode && words.contains($0.folded) }
  }

  /// How many of the words say nothing by themselves.
  var functionWords: Int {
    all.count { !$0.isCode && WordClasses.isFunctionWord($0.folded) }
  }
}
