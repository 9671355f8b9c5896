import Source

/// The HTML of a card as text for a terminal.
struct CardText {
  private let style: TextStyle
  private var text = ""
  private var isCode = false
  private var isBlank = true

  /// HTML as text: lists with dashes, code between backticks or set in, everything else without marks.
  static func text(_ html: [UInt8], style: TextStyle) -> String {
    var writer = CardText(style: style)
    writer.read(html)
    let lines = writer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n").trimmingLines
  }

  private init(style: TextStyle) {
    self.style = style
  }

  private mutating func read(_ html: [UInt8]) {
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
        tag(html[(index + 1)..<end])
        index = end + 1
      } else {
        let end = html[index...].dropFirst().firstIndex { $0 == UInt8(ascii: "<") } ?? html.count
        append(HTMLText.decoded(html[index..<end]))
        index = end
      }
    }
  }

  private mutating func append(_ words: String) {
    if isCode {
      text += words.replacing("\n", with: "\n    ")
      return
    }
    for character in words {
      if character.isWhitespace {
        if !isBlank { text.append(" ") }
        isBlank = true
      } else {
        text.append(character)
        isBlank = false
      }
    }
  }

  private mutating func tag(_ tag: Bytes) {
    let isEnd = tag.first == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 1 : 0).prefix { $0.isLetter || $0.isDigit }
    switch name {
    case "code" where !isCode: text += "`"
    case "pre":
      newLine()
      isCode = !isEnd
      if isCode { text += "    " }
    case "li" where !isEnd:
      newLine()
      text += "- "
    case "br", "p", "ul", "ol", "tr", "div", "blockquote", "table": newLine()
    case "td" where isEnd, "th" where isEnd: append("  ")
    case "img": append(Self.alternative(tag).map { "[\($0)]" } ?? "[image]")
    case "mark" where style.hasColours: text += isEnd ? "\u{1B}[22m" : "\u{1B}[1m"
    default: break
    }
    if name == "code" { isBlank = false }
  }

  private mutating func newLine() {
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    isBlank = true
  }

  private static func alternative(_ tag: Bytes) -> String? {
    guard let start = tag.firstRange(of: " alt=\"")?.upperBound else { return nil }
    return HTMLText.decoded(tag[start...].prefix { $0 != UInt8(ascii: "\"") })
  }
}

/// Text of HTML without references to characters.
enum HTMLText {
  private static let names: [(String, String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ]

  static func decoded(_ html: Bytes) -> String {
    let text = html.string
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return names.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

extension String {
  /// Without empty lines around it.
  fileprivate var trimmingLines: String {
    var text = self[...]
    while text.hasPrefix("\n") { text = text.dropFirst() }
    while text.hasSuffix("\n") { text = text.dropLast() }
    return String(text)
  }
}
