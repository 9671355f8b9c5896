import Source

/// Applies the rules for lines: a line that only holds a tag vanishes, an inserted template and a block remember their
/// indentation, text is cut into lines so that they can be indented anew.
struct TemplateLayout {
  private let bytes: [UInt8]
  private var tags: [TemplateToken]
  private let around: [Int]
  /// What each tag takes out of the text: itself, and what vanishes with it.
  private var removed: [SourceRange]
  private var result: [TemplateToken] = []

  /// The layout of paired `tags`; `around` holds the index of the tag around each.
  init(bytes: [UInt8], tags: [TemplateToken], around: [Int]) {
    self.bytes = bytes
    self.tags = tags
    self.around = around
    removed = tags.map(\.range)
  }

  /// Text and tags in order, without comments.
  mutating func tokens() -> [TemplateToken] {
    for index in tags.indices {
      switch tags[index].kind {
      case .parent: placeParent(index)
      case .block: placeBlock(index)
      case .close where isPaired(index, with: .parent): continue
      case .close where isPaired(index, with: .block): placeBlockEnd(index)
      case let kind where tags[index].vanishesAlone: placeAlone(index, isPartial: kind == .partial)
      default: continue
      }
    }
    cut()
    return result
  }

  private func isPaired(_ index: Int, with kind: TemplateToken.Kind) -> Bool {
    tags[index].partner >= 0 && tags[tags[index].partner].kind == kind
  }

  private func isDirectlyInParent(_ index: Int) -> Bool {
    around[index] >= 0 && tags[around[index]].kind == .parent
  }

  private mutating func placeAlone(_ index: Int, isPartial: Bool) {
    let range = tags[index].range
    guard let start = lineStart(before: range.start), let end = lineEnd(after: range.end) else { return }
    removed[index] = SourceRange(start, end)
    tags[index].isStandalone = true
    if isPartial { tags[index].indentation = SourceRange(start, range.start) }
  }

  /// A parent is one thing from its opening to its closing tag.
  private mutating func placeParent(_ index: Int) {
    let partner = tags[index].partner
    let opening = tags[index].range
    guard partner >= 0, let start = lineStart(before: opening.start),
      let end = lineEnd(after: tags[partner].range.end)
    else { return }
    removed[index] = SourceRange(start, opening.end)
    removed[partner] = SourceRange(tags[partner].range.start, end)
    tags[index].isStandalone = true
    tags[index].indentation = SourceRange(start, opening.start)
  }

  private mutating func placeBlock(_ index: Int) {
    let range = tags[index].range
    let start = lineStart(before: range.start)
    if let start { tags[index].indentation = SourceRange(start, range.start) }
    let canStandAlone = start != nil || isDirectlyInParent(index)
    guard canStandAlone, let end = lineEnd(after: range.end), end < bytes.count else { return }
    removed[index] = SourceRange(start ?? range.start, end)
    tags[index].isStandalone = true
    let partner = tags[index].partner
    let limit = partner < 0 ? bytes.count : tags[partner].range.start
    if let content = contentIndentation(from: end, to: limit) { tags[index].indentation = content }
  }

  /// A block that overrides another ends where its last line does; one that is a place in a page also takes the rest
  /// of its own line away.
  private mutating func placeBlockEnd(_ index: Int) {
    let range = tags[index].range
    guard let start = lineStart(before: range.start) else { return }
    if isDirectlyInParent(tags[index].partner) {
      removed[index] = SourceRange(start, range.end)
      tags[index].isStandalone = true
    } else if let end = lineEnd(after: range.end) {
      removed[index] = SourceRange(start, end)
      tags[index].isStandalone = true
    }
  }

  /// The white space of the first line between two offsets that holds something.
  private func contentIndentation(from start: Int, to limit: Int) -> SourceRange? {
    var line = start
    while line < limit {
      let text = bytes.skippingIndentation(from: line)
      guard text < limit else { return nil }
      guard let next = lineEnd(after: line) else { return SourceRange(line, text) }
      line = next
    }
    return nil
  }

  /// The start of the line, where only white space stands between it and `offset`.
  private func lineStart(before offset: Int) -> Int? {
    var start = offset
    while start > 0, bytes[start - 1].isIndent { start -= 1 }
    return isLineStart(start) ? start : nil
  }

  /// The start of the next line, where only white space stands between `offset` and it.
  private func lineEnd(after offset: Int) -> Int? {
    var end = bytes.skippingIndentation(from: offset)
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { end += 1 }
    if end >= bytes.count { return bytes.count }
    return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n")
  }
}

extension TemplateLayout {
  /// Puts text and tags together, in order.
  private mutating func cut() {
    var offset = 0
    var moved = [Int](repeating: -1, count: tags.count)
    for index in tags.indices {
      if !isIgnored(before: index) { cutText(SourceRange(offset, removed[index].start), before: index) }
      offset = max(offset, removed[index].end)
      guard tags[index].kind != .comment, tags[index].kind != .delimiters else { continue }
      moved[index] = result.count
      result.append(tags[index])
    }
    cutText(SourceRange(offset, bytes.count), before: nil)
    for index in result.indices where result[index].partner >= 0 {
      result[index].partner = moved[result[index].partner]
    }
  }

  /// Whether the text before a tag stands in a parent, outside of its blocks.
  private func isIgnored(before index: Int) -> Bool {
    let isEnd = tags[index].kind == .close && tags[index].partner >= 0
    let container = isEnd ? tags[index].partner : around[index]
    return container >= 0 && tags[container].kind == .parent
  }

  private mutating func cutText(_ range: SourceRange, before tag: Int?) {
    var start = range.start
    while start < range.end {
      if isLineStart(start) { start = startLine(start, range.end) }
      let end = bytes[start..<range.end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? range.end
      if end > start { append(.text, SourceRange(start, end)) }
      start = end
    }
    guard let tag, !tags[tag].isStandalone, start == tags[tag].range.start, isLineStart(start) else { return }
    startLine(start, start)
  }

  /// Marks the start of a line, unless nothing is in it, and gives the offset of its text.
  @discardableResult
  private mutating func startLine(_ start: Int, _ limit: Int) -> Int {
    let text = min(bytes.skippingIndentation(from: start), limit)
    let isEmpty = text == start && text < limit && bytes[text].isWhitespace
    if !isEmpty { append(.line, SourceRange(start, text)) }
    return text
  }

  private mutating func append(_ kind: TemplateToken.Kind, _ range: SourceRange) {
    var token = TemplateToken(kind: kind, range: range, name: SourceRange(at: range.start))
    token.indentation = range
    result.append(token)
  }
}

extension [UInt8] {
  /// The first offset from `start` on that holds no space or tab.
  fileprivate func skippingIndentation(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isIndent { index += 1 }
    return index
  }
}
