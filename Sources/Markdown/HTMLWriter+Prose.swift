import Source

// Which text of a page is prose, in which topics may be mentioned.
extension HTMLWriter {
  /// Notes that nothing within a node is prose: names, headings and links speak for themselves.
  mutating func silence(_ node: Node) {
    switch node.kind {
    case .heading, .calloutTitle, .definitionTerm, .link, .wikilink: silentEnd = max(silentEnd, node.end)
    case .tableRow where node.flags.contains(.head): silentEnd = max(silentEnd, node.end)
    default: break
    }
  }

  /// Notes that nothing is prose between the tags of raw HTML that speak for themselves: `<a>`, `<code>`, …
  mutating func silence(tag html: ArraySlice<UInt8>, in block: UInt32) {
    guard html.first == UInt8(ascii: "<") else { return }
    let isEnd = html.dropFirst().first == UInt8(ascii: "/")
    let name = html.dropFirst(isEnd ? 2 : 1).prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    guard Self.silentTags.contains(where: { name.equalsIgnoringCase($0) }) else { return }
    silentTagEnd = isEnd ? 0 : block
  }

  private static let silentTags: [StaticString] = ["a", "code", "pre", "kbd", "samp", "script", "style", "button"]

  /// Notes the text of the node at `index`, which was just written from `start` on, as prose.
  mutating func prose(_ node: Node, _ index: Int, from start: Int) {
    guard form == .page, index >= Int(max(silentEnd, silentTagEnd)), !node.text.isEmpty else { return }
    let text = document.bytes(node.text)
    if Int(node.text.start) < document.source.bytes.count {
      let source = Int(node.text.start) + fileStart
      guard output.count - start != text.count else {
        return runs.append(Body.Prose(at: start, count: text.count, source: source))
      }
      plainRuns(of: text, from: start, source: source)
    } else {
      alignedRuns(of: text, with: node.range, from: start)
    }
  }

  /// The runs of a text between the characters that HTML escapes.
  private mutating func plainRuns(of text: ArraySlice<UInt8>, from start: Int, source: Int) {
    var position = start
    var run = text.startIndex
    for index in text.indices {
      guard let escaped = Self.escapedLength(text[index]) else { continue }
      append(run..<index, of: text, at: position, source: source)
      position += index - run + escaped
      run = index + 1
    }
    append(run..<text.endIndex, of: text, at: position, source: source)
  }

  private mutating func append(_ run: Range<Int>, of text: ArraySlice<UInt8>, at position: Int, source: Int) {
    guard !run.isEmpty else { return }
    runs.append(Body.Prose(at: position, count: run.count, source: source + run.lowerBound - text.startIndex))
  }

  /// The runs of a text that stands in the source with escapes and entities: as far as the two go side by side.
  private mutating func alignedRuns(of text: ArraySlice<UInt8>, with range: SourceRange, from start: Int) {
    let source = document.source.bytes
    var (index, place, position) = (text.startIndex, range.start, start)
    var run = (position: start, place: place, count: 0)
    func isAligned(_ index: Int, _ place: Int) -> Bool {
      place < range.end && text[index] == source[place]
        && (index + 1 == text.endIndex || place + 1 == range.end || text[index + 1] == source[place + 1]
          || Self.isMark(source[place + 1]))
    }
    while index < text.endIndex, place < range.end {
      let length = Self.escapedLength(text[index])
      if length == nil, isAligned(index, place) {
        if run.count == 0 { run = (position, place, 0) }
        run.count += 1
        (index, place, position) = (index + 1, place + 1, position + 1)
        continue
      }
      close(&run)
      // What is left of a character that an entity stands for has nothing in the source.
      if Self.isMark(source[place]) {
        place = Self.afterMark(source, place, range.end)
      } else if source[place] == text[index] {
        place += 1
      }
      (index, position) = (index + 1, position + (length ?? 1))
    }
    close(&run)
  }

  private mutating func close(_ run: inout (position: Int, place: Int, count: Int)) {
    let whole = Self.wholeCharacters(document.source.bytes[run.place..<run.place + run.count])
    if !whole.isEmpty {
      let position = run.position + whole.startIndex - run.place
      runs.append(Body.Prose(at: position, count: whole.count, source: whole.startIndex + fileStart))
    }
    run.count = 0
  }

  /// A stretch of UTF-8 without the halves of characters at its ends: two characters may begin or end with the same
  /// bytes.
  private static func wholeCharacters(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let whole = bytes.drop { $0 & 0xC0 == 0x80 }
    guard let last = whole.lastIndex(where: { $0 & 0xC0 != 0x80 }), whole[last] >= 0xC0 else { return whole }
    let length = (~whole[last]).leadingZeroBitCount
    return whole.endIndex - last < length ? whole[..<last] : whole
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
  }

  /// The place behind an escape or an entity.
  private static func afterMark(_ source: [UInt8], _ place: Int, _ end: Int) -> Int {
    guard source[place] != UInt8(ascii: "\\") else { return min(place + 2, end) }
    let semicolon = source[place..<min(end, place + 34)].firstIndex(of: UInt8(ascii: ";"))
    return semicolon.map { $0 + 1 } ?? place + 1
  }

  /// How many bytes HTML takes for a character that it escapes.
  private static func escapedLength(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "&"): 5
    case UInt8(ascii: "<"), UInt8(ascii: ">"): 4
    case UInt8(ascii: "\""): 6
    default: nil
    }
  }
}
