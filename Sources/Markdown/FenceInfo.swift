/// What stands behind the opening fence of a code block: a language, then words and `key=value` pairs.
///
/// ````
/// ```dockerfile name=web run title="A small image" hl=2,4-6
/// ````
public struct FenceInfo: Sendable, Equatable {
  /// The language in lower case, empty where none is named.
  public let language: String
  /// Words without a value, such as `run` or `bad`.
  public let words: [String]
  /// Pairs such as `title="A small image"`, quotes removed, in order.
  public let attributes: [(key: String, value: String)]

  /// Reads an info string. `{.yaml hl=1}` in Pandoc's manner and `yaml{1,2}` name the language too.
  public init(_ info: String) {
    var scanner = WordScanner(Array(info.utf8))
    var language = ""
    var words: [String] = []
    var attributes: [(key: String, value: String)] = []
    var isFirst = true
    while let word = scanner.next() {
      if let value = word.value {
        attributes.append((word.key, value))
      } else if isFirst {
        language = word.key.lowercased()
      } else {
        words.append(word.key)
      }
      isFirst = false
    }
    self.language = language
    self.words = words
    self.attributes = attributes
  }

  /// The value of the first pair with this key.
  public subscript(key: String) -> String? {
    attributes.first { $0.key == key }?.value
  }

  /// Equal in language, words and pairs.
  public static func == (one: FenceInfo, other: FenceInfo) -> Bool {
    one.language == other.language && one.words == other.words
      && one.attributes.elementsEqual(other.attributes) { $0.key == $1.key && $0.value == $1.value }
  }
}

/// Splits an info string at blanks outside of quotes.
private struct WordScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> (key: String, value: String?)? {
    skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count { index += 1 }
    let start = index
    skip { !Self.ends($0) && $0 != UInt8(ascii: "=") }
    let key = text(start, index)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (key, nil) }
    index += 1
    return (key, value())
  }

  private mutating func value() -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      let start = index
      skip { !Self.ends($0) }
      return text(start, index)
    }
    let quote = bytes[index]
    index += 1
    let start = index
    skip { $0 != quote }
    let end = index
    index = min(index + 1, bytes.count)
    return text(start, end)
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  private mutating func skip(while matches: (UInt8) -> Bool) {
    while index < bytes.count, matches(bytes[index]) { index += 1 }
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
