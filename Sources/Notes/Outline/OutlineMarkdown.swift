import Markdown
import Source

/// The Markdown of an outline's page, in the making: its bullets with the indentation that they have there.
struct OutlineMarkdown {
  private let document: Document
  private var output: [UInt8] = []

  init(_ document: Document) {
    self.document = document
  }

  /// Ends the page and gives its Markdown.
  mutating func end() -> [UInt8] {
    defer { output = [] }
    while output.last == UInt8(ascii: "\n") { output.removeLast() }
    return output.isEmpty ? [] : output + [UInt8(ascii: "\n")]
  }

  private mutating func startBlock() {
    if !output.isEmpty, output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    if !output.isEmpty, !output.hasSuffix("\n\n") { output.append(UInt8(ascii: "\n")) }
  }

  mutating func heading(level: Int, _ text: String) {
    startBlock()
    output += Array(String(repeating: "#", count: level).utf8) + Array(" \(text)\n".utf8)
  }

  mutating func paragraph(_ text: String) {
    startBlock()
    output += Array(text.utf8) + [UInt8(ascii: "\n")]
  }

  mutating func code(_ text: String) {
    startBlock()
    output += Array("```\n\(text)\n```\n".utf8)
  }

  /// An item of a list that is new.
  mutating func item(_ text: String) {
    if !output.hasSuffix("\n") || !isInList { startBlock() }
    isInList = true
    output += Array("- \(text)\n".utf8)
  }

  mutating func endList() { isInList = false }

  private var isInList = false

  /// A bullet with all below it but the items that are left out.
  mutating func item(_ item: Int, leavingOut leavesOut: (Int) -> Bool) {
    if !isInList { startBlock() }
    isInList = true
    copy(item, leavingOut: leavesOut)
  }

  /// A block as it was written.
  mutating func block(_ node: Int) {
    startBlock()
    copy(node) { _ in false }
  }

  /// Copies the lines of a node, moved to the left margin, without those of the items that are left out.
  private mutating func copy(_ node: Int, leavingOut leavesOut: (Int) -> Bool) {
    let range = document.nodes[node].range
    var gaps: [SourceRange] = []
    var index = node + 1
    while index < Int(document.nodes[node].end) {
      if document.nodes[index].kind == .item, leavesOut(index) {
        gaps.append(document.nodes[index].range)
        index = Int(document.nodes[index].end)
      } else {
        index += 1
      }
    }
    let bytes = document.source.bytes
    let column = self.column(of: range.start)
    var (position, gap) = (range.start, 0)
    while position < range.end {
      let end = min(bytes[position..<range.end].firstIndex(of: UInt8(ascii: "\n")) ?? range.end, range.end)
      while gap < gaps.count, gaps[gap].end <= position { gap += 1 }
      let isLeftOut = gap < gaps.count && gaps[gap].start < max(end, position + 1) && position < gaps[gap].end
      if !isLeftOut {
        output += position == range.start ? bytes[position..<end] : dedented(position..<end, by: column)
        output.append(UInt8(ascii: "\n"))
      }
      position = end + 1
    }
  }

  private func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, document.source.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return document.source.bytes[start..<offset].reduce(0) { $1 == UInt8(ascii: "\t") ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  /// A line without up to `column` columns of blanks at its start.
  private func dedented(_ line: Range<Int>, by column: Int) -> ArraySlice<UInt8> {
    let bytes = document.source.bytes
    var (index, width) = (line.lowerBound, 0)
    while index < line.upperBound, width < column {
      guard bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") else { break }
      width = bytes[index] == UInt8(ascii: "\t") ? (width / 4 + 1) * 4 : width + 1
      index += 1
    }
    return bytes[index..<line.upperBound]
  }

  /// A stretch of a bullet's text with its markup.
  func inlines(_ bullet: Bullet, _ range: Range<Int>, in buffer: [UInt8]) -> String {
    guard let place = bullet.place(of: range, in: document) else { return "" }
    var start = place.start
    // The marks of what begins with the stretch stand before its text.
    if let paragraph = bullet.paragraph,
      let piece = bullet.text.pieces.first(where: { $0.range.lowerBound == range.lowerBound })
    {
      var node = paragraph + 1
      while node < piece.node {
        if Int(document.nodes[node].end) > piece.node {
          start = min(start, max(document.nodes[node].range.start, paragraphStart(bullet)))
        }
        node += 1
      }
    }
    let end = markedEnd(bullet, range, place.end)
    let lines = buffer[start..<end].split(separator: UInt8(ascii: "\n"))
    return lines.map { String(decoding: $0.trimmed, as: UTF8.self) }.joined(separator: " ")
  }

  private func paragraphStart(_ bullet: Bullet) -> Int {
    bullet.paragraph.map { document.nodes[$0].range.start } ?? 0
  }

  /// The end of the inlines that end with a stretch.
  private func markedEnd(_ bullet: Bullet, _ range: Range<Int>, _ end: Int) -> Int {
    guard let paragraph = bullet.paragraph,
      let piece = bullet.text.pieces.last(where: { $0.range.upperBound == range.upperBound })
    else { return end }
    var result = end
    for node in paragraph + 1..<max(piece.node, paragraph + 1) where Int(document.nodes[node].end) == piece.node + 1 {
      result = max(result, document.nodes[node].range.end)
    }
    return result
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool { self[...].hasSuffix(text) }
}
