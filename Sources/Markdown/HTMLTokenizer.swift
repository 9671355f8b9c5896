/// Cuts a piece of HTML into text and tags as browsers do (HTML Living Standard, 13.2.5), without ever failing.
///
/// Comments, declarations and the content of scripts and the like do not come out at all.
struct HTMLTokenizer {
  /// A start tag.
  struct Tag {
    /// In lower case.
    let name: String
    var attributes: [Attribute] = []
  }

  /// An attribute of a start tag.
  struct Attribute {
    /// In lower case.
    let name: String
    /// As written between its quotes.
    let value: ArraySlice<UInt8>
  }

  enum Token {
    /// Text, with character references as they were written.
    case text(ArraySlice<UInt8>)
    case startTag(Tag)
    /// An end tag, by its name in lower case.
    case endTag(String)
  }

  /// Elements whose content is no HTML; the browser reads it up to their end tag.
  private static let opaque: Set<String> = [
    "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext",
  ]

  private let html: ArraySlice<UInt8>
  private var index: Int

  init(_ html: ArraySlice<UInt8>) {
    self.html = html
    index = html.startIndex
  }

  /// The next piece, or nil at the end.
  mutating func next() -> Token? {
    while index < html.endIndex {
      guard html[index] == UInt8(ascii: "<") else { return text(from: index) }
      let start = index
      switch byte(1) {
      case UInt8(ascii: "!"): if !skipDeclaration() { return rest(from: start) }
      case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
      case UInt8(ascii: "/") where byte(2) != nil:
        if let name = endTag() { return .endTag(name) }
      case .some(let next) where Self.isLetter(next):
        index += 1
        guard let tag = startTag() else { return rest(from: start) }
        guard Self.opaque.contains(tag.name) else { return .startTag(tag) }
        skipContent(of: tag.name)
      default: return text(from: index)
      }
    }
    return nil
  }

  /// Text up to the next `<`, which may be its own first byte.
  private mutating func text(from start: Int) -> Token {
    index = html[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? html.endIndex
    return .text(html[start..<index])
  }

  /// Everything from a tag or comment without an end: nothing behind it can be trusted to be one, and all is shown.
  private mutating func rest(from start: Int) -> Token {
    index = html.endIndex
    return .text(html[start...])
  }

  // MARK: What does not come out

  /// Skips a comment or declaration; not a comment that never ends.
  private mutating func skipDeclaration() -> Bool {
    guard html[index...].starts(with: "<!--".utf8) else {
      skip(past: UInt8(ascii: ">"))
      return true
    }
    guard let end = html[(index + 4)...].offset(of: "-->") else { return false }
    index = end + 3
    return true
  }

  private mutating func skip(past end: UInt8) {
    index = html[index...].firstIndex(of: end).map { $0 + 1 } ?? html.endIndex
  }

  /// Skips to the end tag of an element, which itself comes out and closes nothing.
  private mutating func skipContent(of name: String) {
    let mark = Array("</".utf8) + Array(name.utf8)
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start
      if html[start...].prefix(mark.count).elementsEqual(mark, by: { Self.lowercase($0) == $1 }) { return }
      index += 1
    }
    index = html.endIndex
  }

  // MARK: Tags

  /// An end tag's name; nil for what only looks like one.
  private mutating func endTag() -> String? {
    guard let next = byte(2), Self.isLetter(next) else {
      skip(past: UInt8(ascii: ">"))
      return nil
    }
    index += 2
    return startTag()?.name
  }

  /// The name and attributes from here to the `>`; nil where it is missing.
  private mutating func startTag() -> Tag? {
    var tag = Tag(name: word { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") })
    while true {
      skipBlanks { $0 == UInt8(ascii: "/") }
      guard index < html.endIndex else { return nil }
      if html[index] == UInt8(ascii: ">") {
        index += 1
        return tag
      }
      guard let attribute = attribute() else { return nil }
      tag.attributes.append(attribute)
    }
  }

  private mutating func attribute() -> Attribute? {
    // An equals sign in front belongs to the name.
    let start = index
    if html[index] == UInt8(ascii: "=") { index += 1 }
    _ = word { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") }
    let name = Self.lowercased(html[start..<index])
    skipBlanks()
    guard byte(0) == UInt8(ascii: "=") else { return Attribute(name: name, value: []) }
    index += 1
    skipBlanks()
    return value().map { Attribute(name: name, value: $0) }
  }

  private mutating func value() -> ArraySlice<UInt8>? {
    guard let quote = byte(0) else { return nil }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      _ = word { $0 == UInt8(ascii: ">") }
      return html[start..<index]
    }
    let start = index + 1
    guard let end = html[start...].firstIndex(of: quote) else { return nil }
    index = end + 1
    return html[start..<end]
  }

  // MARK: Bytes

  private func byte(_ distance: Int) -> UInt8? {
    index + distance < html.endIndex ? html[index + distance] : nil
  }

  /// Reads up to a blank or what `ends` says, in lower case.
  private mutating func word(ends: (UInt8) -> Bool) -> String {
    let start = index
    while index < html.endIndex, !Self.isBlank(html[index]), !ends(html[index]) { index += 1 }
    return Self.lowercased(html[start..<index])
  }

  private mutating func skipBlanks(and other: (UInt8) -> Bool = { _ in false }) {
    while index < html.endIndex, Self.isBlank(html[index]) || other(html[index]) { index += 1 }
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map(lowercase), as: UTF8.self)
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    lowercase(byte) >= UInt8(ascii: "a") && lowercase(byte) <= UInt8(ascii: "z")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D && byte != 0x0B
  }
}
