import Source

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
    bytes = Self.bytes(of: scanner.counter, text)
    length = scanner.length
  }

  private static func bytes(of counter: WordCounter, _ text: Span<UInt8>) -> [UInt8] {
    let size = counter.entries.reduce(0) { $0 + Int($1.length) + 2 }
    let others = counter.others.span
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { bytes, end in
      for entry in counter.entries {
        let start = Int(entry.start)
        let (from, place) = start < text.count ? (text, start) : (others, start - text.count)
        for index in 0..<Int(entry.length) { unsafe bytes[end + 2 + index] = from[place + index].lowercased }
        let word = unsafe UnsafeBufferPointer(rebasing: bytes[end + 2..<end + 2 + Int(entry.length)])
        if unsafe functionWords.contains(word.span, 0..<word.count) { continue }
        unsafe bytes[end] = UInt8(truncatingIfNeeded: entry.length)
        unsafe bytes[end + 1] = UInt8(clamping: entry.count)
        end += 2 + Int(entry.length)
      }
    }
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
