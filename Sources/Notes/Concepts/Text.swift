import Markdown
import Source

/// The words of a note's prose, with how they hang together.
struct Text {
  /// What stands between two words.
  enum Gap: UInt8 {
    /// White space.
    case blank
    /// A hyphen.
    case hyphen
    /// Marks, markup or code.
    case other
  }

  private(set) var words: [TextWord] = []

  /// The words of the prose in `html`.
  init(_ html: borrowing Span<UInt8>, _ prose: [Body.Prose], _ table: borrowing WordTable) {
    words.reserveCapacity(html.count / 6)
    var sentence: Int32 = 0
    var last = 0
    for run in prose {
      var reader = WordReader(run.range, of: html.count)
      while let word = reader.next(in: html) {
        let gap = Self.gap(html, last, word.start, &sentence)
        words.append(
          TextWord(
            start: Int32(word.start), end: Int32(word.end),
            source: Int32(run.source + word.start - run.range.lowerBound),
            number: Int32(table[word.hash]), sentence: sentence, gap: gap))
        last = word.end
      }
    }
  }

  /// What stands between two places; counts on where a sentence ends.
  @inline(__always)
  private static func gap(
    _ html: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ sentence: inout Int32
  ) -> Gap {
    if end - start == 1 {
      let byte = html[start]
      if byte.isSpace { return .blank }
      if byte == UInt8(ascii: "-") { return .hyphen }
    }
    return longGap(html, start, end, &sentence)
  }

  private static func longGap(
    _ html: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ sentence: inout Int32
  ) -> Gap {
    var index = start
    var isBlank = start < end
    while index < end {
      switch html[index] {
      case UInt8(ascii: "<"):
        isBlank = false
        let tag = Tag(html, at: index, end)
        if !tag.isInline { return divide(&sentence) }
        index = tag.isCode ? Tag.endOfCode(html, tag.end, end) : tag.end
        continue
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "|"):
        isBlank = false
        if index + 1 >= html.count || html[index + 1].isSpace { return divide(&sentence) }
      case let byte: isBlank = isBlank && byte.isSpace
      }
      index += 1
    }
    return isBlank ? .blank : .other
  }

  private static func divide(_ sentence: inout Int32) -> Gap {
    sentence += 1
    return .other
  }
}

/// A word of a note's prose.
struct TextWord {
  /// Where it is in the HTML.
  let start: Int32
  let end: Int32
  /// Where it is in the file.
  let source: Int32
  /// Its number, if it is part of a name or a word of the language; else -1.
  let number: Int32
  /// The sentence that it is in.
  let sentence: Int32
  /// What stands between it and the word before.
  let gap: Text.Gap

  /// Where it is in the HTML.
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// A tag in HTML that Rutter wrote.
struct Tag {
  /// Where it ends.
  let end: Int
  /// Whether it stands within a line of text.
  let isInline: Bool
  /// Whether it begins code.
  let isCode: Bool

  /// The tag at `start`; it ends at `limit` at the latest.
  init(_ html: borrowing Span<UInt8>, at start: Int, _ limit: Int) {
    let isEnd = start + 1 < limit && html[start + 1] == UInt8(ascii: "/")
    let nameStart = isEnd ? start + 2 : start + 1
    var index = nameStart
    while index < limit, html[index].isLetter || html[index].isDigit { index += 1 }
    let name = nameStart..<index
    isCode = !isEnd && Self.named("code", html, name)
    isInline = isCode || Self.inline.contains { Self.named($0, html, name) }
    while index < limit, html[index] != UInt8(ascii: ">") { index += 1 }
    end = min(index + 1, limit)
  }

  private static let inline: [StaticString] = [
    "a", "code", "strong", "em", "del", "mark", "span", "br", "sup", "sub", "kbd", "b", "i", "u", "s", "q", "img",
    "abbr",
    "small", "samp", "var", "cite",
  ]

  private static func named(_ word: StaticString, _ html: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    name.count == word.utf8CodeUnitCount && English.ends(html, name, word)
  }

  /// Where the code ends whose content starts at `start`.
  static func endOfCode(_ html: borrowing Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, html[index] != UInt8(ascii: "<") { index += 1 }
    return index
  }
}
