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

  /// Reads an info string. `{.yaml hl=1}` in Pandoc's manner and `yaml{1,2}` (lines to highlight) are understood too.
  public init(_ info: String) {
    guard !info.utf8.allSatisfy(\.isAlphanumeric) else {
      language = info.lowercased()
      words = []
      attributes = []
      return
    }
    var scanner = WordScanner(Array(info.utf8))
    var language = ""
    var words: [String] = []
    var attributes: [(key: String, value: String)] = []
    var isFirst = true
    while let word = scanner.next() {
      switch word {
      case .pair(let key, let value): attributes.append((key, value))
      case .lines(let lines): attributes.append(("hl", lines))
      case .word(let text) where isFirst: language = text.lowercased()
      case .word(let text): words.append(text)
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

/// Splits an info string at blanks outside of quotes and braces.
private struct WordScanner {
  enum Word {
    case word(String)
    case pair(key: String, value: String)
    /// Numbers and ranges between braces.
    case lines(String)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Word? {
    skip { Self.ends($0) }
    guard index < bytes.count else { return nil }
    if let lines = lines() { return .lines(lines) }
    if bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count { index += 1 }
    let start = index
    skip { !Self.ends($0) && $0 != UInt8(ascii: "=") }
    let key = text(start, index)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return .word(key) }
    index += 1
    return .pair(key: key, value: value())
  }

  /// What stands here right behind a brace, up to the next, if it is only numbers.
  private mutating func lines() -> String? {
    guard index > 0, bytes[index - 1] == UInt8(ascii: "{") else { return nil }
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex
    let lines = bytes[index..<end].filter { $0 != UInt8(ascii: " ") }
    guard lines.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    index = end
    return String(decoding: lines, as: UTF8.self)
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
