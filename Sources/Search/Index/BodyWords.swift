/// The words of a page's text, counted. Made once a page, side by side with others.
package struct BodyWords: Sendable {
  /// For each word a byte for its length, one for how often it stands there, and its letters.
  private let bytes: [UInt8]
  /// How many words there are in the text, function words as well.
  let length: Int

  private static let functionWords = FunctionWords()

  /// A page without text.
  package init() {
    (bytes, length) = ([], 0)
  }

  /// The words of a text in HTML.
  package init(html: Span<UInt8>) {
    self.init(text: BodyText.text(of: html).span)
  }

  /// The words of a plain text.
  init(text: Span<UInt8>) {
    var scanner = BodyScanner(bytes: text.count)
    scanner.scan(text)
    let counter = scanner.counter
    var bytes: [UInt8] = []
    bytes.reserveCapacity(counter.bytes.count + counter.entries.count * 2)
    for entry in counter.entries {
      let range = counter.range(of: entry)
      if Self.functionWords.contains(counter.bytes.span, range) { continue }
      bytes.append(UInt8(truncatingIfNeeded: range.count))
      bytes.append(UInt8(clamping: entry.count))
      bytes.append(contentsOf: counter.bytes[range])
    }
    self.bytes = bytes
    length = scanner.length
  }

  /// Goes through the words, in the order in which they were met first.
  @inline(__always)
  func forEach(_ body: (_ bytes: Span<UInt8>, _ word: Range<Int>, _ count: Int) -> Void) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      let word = index + 2..<index + 2 + Int(span[index])
      body(span, word, Int(span[index + 1]))
      index = word.upperBound
    }
  }
}
