import Source

/// Finds the tags of a template.
struct TagScanner {
  private let source: SourceText
  private let bytes: [UInt8]
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var tags: [TemplateToken] = []
  private var problems: [Diagnostic] = []

  /// The longest delimiter; longer ones would make the search for them slow.
  private static let longestDelimiter = 32

  /// The tags of `source` and what is wrong with them.
  static func scan(_ source: SourceText) -> (tags: [TemplateToken], problems: [Diagnostic]) {
    var scanner = TagScanner(source)
    var offset = 0
    while let start = scanner.find(scanner.opening, from: offset), let end = scanner.readTag(at: start) {
      offset = end
    }
    return (scanner.tags, scanner.problems)
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// Reads the tag that begins at `start` and gives the offset after it; nothing when it never ends.
  private mutating func readTag(at start: Int) -> Int? {
    let inside = bytes.skippingWhitespace(from: start + opening.count)
    let sigil = inside < bytes.count ? bytes[inside] : 0
    let kind = Self.kind(of: sigil)
    let from = kind == .escaped ? inside : inside + 1
    guard let stop = find(ending(of: kind), from: from) else {
      problem("Tag is not closed", SourceRange(start, min(start + opening.count, bytes.count)))
      return nil
    }
    let range = SourceRange(start, stop + ending(of: kind).count)
    read(kind, range, content: bytes.trimming(SourceRange(from, stop)))
    return range.end
  }

  private static func kind(of sigil: UInt8) -> TemplateToken.Kind {
    switch sigil {
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "{"): .raw
    case UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "/"): .close
    default: .escaped
    }
  }

  private func ending(of kind: TemplateToken.Kind) -> [UInt8] {
    switch kind {
    case .raw: [UInt8(ascii: "}")] + closing
    case .delimiters: [UInt8(ascii: "=")] + closing
    default: closing
    }
  }

  private mutating func read(_ kind: TemplateToken.Kind, _ range: SourceRange, content: SourceRange) {
    var tag = TemplateToken(kind: kind, range: range, name: content)
    if kind == .delimiters {
      setDelimiters(content, range)
    } else if kind != .comment {
      tag = named(kind, range, content)
      checkName(tag)
    }
    tags.append(tag)
  }

  /// The tag, with the star of a dynamic name apart from the name.
  private func named(_ kind: TemplateToken.Kind, _ range: SourceRange, _ content: SourceRange) -> TemplateToken {
    let mayBeDynamic = kind == .partial || kind == .parent || kind == .close
    guard mayBeDynamic, !content.isEmpty, bytes[content.start] == UInt8(ascii: "*") else {
      return TemplateToken(kind: kind, range: range, name: content)
    }
    let name = bytes.trimming(SourceRange(content.start + 1, content.end))
    return TemplateToken(kind: kind, range: range, name: name, isDynamic: true)
  }

  private mutating func checkName(_ tag: TemplateToken) {
    let name = bytes[tag.name.start..<tag.name.end]
    if name.isEmpty {
      problem("Tag has no name", tag.range)
    } else if name.contains(where: { $0.isWhitespace }) {
      let shown = String(decoding: name.prefix(while: { $0 != UInt8(ascii: "\n") }), as: UTF8.self)
      problem("'\(shown)' is not one name", tag.name)
    }
  }

  private mutating func setDelimiters(_ content: SourceRange, _ range: SourceRange) {
    let words = bytes[content.start..<content.end].split(whereSeparator: \.isWhitespace)
    guard words.count == 2, !words.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
      problem("Delimiters are two words without '='", range)
      return
    }
    guard words.allSatisfy({ $0.count <= Self.longestDelimiter }) else {
      problem("Delimiter is longer than \(Self.longestDelimiter) bytes", range)
      return
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }

  private mutating func problem(_ message: String, _ range: SourceRange) {
    problems.append(Diagnostic(TemplateRules.syntax, message, at: source.place(range)))
  }

  private func find(_ word: [UInt8], from start: Int) -> Int? {
    guard let first = word.first else { return nil }
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == first, bytes[index..<index + word.count].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or the end of a line.
  var isWhitespace: Bool {
    self == 0x20 || (self >= 0x09 && self <= 0x0D)
  }

  /// Whether it is a space or a tab.
  var isIndent: Bool {
    self == 0x20 || self == 0x09
  }
}

extension [UInt8] {
  /// The first offset from `start` on that holds no white space.
  func skippingWhitespace(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isWhitespace { index += 1 }
    return index
  }

  /// A range without the white space at its ends.
  func trimming(_ range: SourceRange) -> SourceRange {
    var start = range.start
    var end = range.end
    while start < end, self[start].isWhitespace { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return SourceRange(start, end)
  }
}
