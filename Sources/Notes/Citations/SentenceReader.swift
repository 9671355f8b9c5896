import Source

/// Cuts the sentence around a name out of a body's HTML, as plain text.
///
/// It looks only so far around the name, so that its cost does not depend on the text's length.
public enum SentenceReader {
  /// How many bytes of HTML are looked at on either side of the name.
  private static let reach = 1_200
  /// How many bytes a sentence has at most; longer ones are shortened around the name.
  private static let longest = 240

  /// The sentence around `name`, a range of `html`. It ends with its block: a paragraph, a list's entry, a table's cell.
  public static func sentence(around name: Range<Int>, in html: [UInt8]) -> Sentence {
    let name = name.clamped(to: 0..<html.count)
    let start = blockStart(before: name.lowerBound, in: html)
    let end = blockEnd(behind: name.upperBound, in: html)
    var text = PlainHTML()
    text.read(html[start..<name.lowerBound])
    let before = text.bytes.count
    text.read(html[name])
    let range = before..<text.bytes.count
    text.read(html[name.upperBound..<end])
    return cut(text, around: trimmed(range, in: text.bytes))
  }

  /// The first paragraph of a body that begins with one, as plain text.
  public static func firstParagraph(of html: [UInt8]) -> [UInt8]? {
    guard html[...].hasPrefix("<p>") else { return nil }
    var text = PlainHTML()
    text.read(html[3..<blockEnd(behind: 3, in: html)])
    return text.bytes
  }

  // MARK: Blocks

  /// Where the text begins that the name belongs to: behind the tag of a block.
  private static func blockStart(before name: Int, in html: [UInt8]) -> Int {
    let limit = max(0, name - reach)
    var end = name
    while let close = html[limit..<end].lastIndex(of: UInt8(ascii: ">")) {
      guard let open = html[limit..<close].lastIndex(of: UInt8(ascii: "<")) else { return close + 1 }
      if PlainHTML.isBlock(html[open...close]) { return close + 1 }
      end = open
    }
    // Never in the middle of a tag, a reference or a character.
    guard limit > 0 else { return 0 }
    return html[limit..<end].firstIndex(where: \.isSpace).map { $0 + 1 } ?? characterStart(limit, in: html)
  }

  /// Where it ends: before the tag of a block.
  private static func blockEnd(behind name: Int, in html: [UInt8]) -> Int {
    let limit = min(html.count, name + reach)
    var start = name
    while let open = html[start..<limit].firstIndex(of: UInt8(ascii: "<")) {
      guard let close = html[open..<limit].firstIndex(of: UInt8(ascii: ">")) else { return open }
      if PlainHTML.isBlock(html[open...close]) { return open }
      start = close + 1
    }
    guard limit < html.count else { return limit }
    return html[start..<limit].lastIndex(where: \.isSpace) ?? max(name, characterStart(limit, in: html))
  }

  /// The start of the character that stands at `index`.
  private static func characterStart(_ index: Int, in text: [UInt8]) -> Int {
    var index = index
    while index > 0, index < text.count, text[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  // MARK: Sentences

  private static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let name = text[range].trimmed
    return name.startIndex..<name.endIndex
  }

  private static func cut(_ text: PlainHTML, around name: Range<Int>) -> Sentence {
    let bytes = text.bytes
    var start = name.lowerBound
    while start > 0, !text.isSentenceEnd(start) { start -= 1 }
    var end = name.upperBound
    while end < bytes.count, !text.isSentenceEnd(end) { end += 1 }
    let sentence = bytes[start..<end].trimmed
    return shortened(bytes, sentence.startIndex..<sentence.endIndex, around: name)
  }

  /// A long sentence is left out at its ends, between words.
  private static func shortened(_ bytes: [UInt8], _ sentence: Range<Int>, around name: Range<Int>) -> Sentence {
    let name = name.clamped(to: sentence)
    guard sentence.count > longest else {
      return Sentence(
        Array(bytes[sentence]), name: name.lowerBound - sentence.lowerBound..<name.upperBound - sentence.lowerBound)
    }
    let room = max(0, longest - name.count)
    let behind = min(sentence.upperBound - name.upperBound, room - min(name.lowerBound - sentence.lowerBound, room / 2))
    let before = min(name.lowerBound - sentence.lowerBound, room - behind)
    var (start, end) = (name.lowerBound - before, name.upperBound + behind)
    if start > sentence.lowerBound {
      start = bytes[start..<name.lowerBound].firstIndex(of: 0x20).map { $0 + 1 } ?? characterStart(start, in: bytes)
    }
    if end < sentence.upperBound {
      end = bytes[name.upperBound..<end].lastIndex(of: 0x20) ?? characterStart(end, in: bytes)
    }
    let opening = start > sentence.lowerBound ? Array("… ".utf8) : []
    let closing = end < sentence.upperBound ? Array(" …".utf8) : []
    let shift = opening.count - start
    return Sentence(
      opening + bytes[start..<end] + closing, name: name.lowerBound + shift..<name.upperBound + shift)
  }
}
