internal import CCmark
internal import Source

/// A heading whose id waits for all the others: ids written by hand go first.
struct PendingHeading {
  let level: Int
  let text: [UInt8]
  /// The id written by hand, and where.
  let id: (text: String, place: SourceRange)?
  let range: SourceRange
  let node: Int
}

extension DocumentParser {
  mutating func addHeading(_ node: CMarkNode) {
    let last = max(node.startLine, node.endLine)
    let isUnderlined = !readHashHeading(node)
    if isUnderlined { read(paragraph: node, lines: node.startLine...max(node.startLine, last - 1)) }
    let first = isUnderlined ? block.start : passage.inNote(start(of: node))
    let range = SourceRange(first, passage.inNote(passage.trimmedEnd(of: isUnderlined ? last : node.startLine)))
    let id = dialect == .notes ? takeID() : nil
    let index = tree.begin(.heading, at: first)
    tree.with(index) { $0.number = Int32(headings.count) }
    headingText = []
    walkInlines(of: node)
    tree.end(at: range.end)
    let text = headingText ?? []
    headingText = nil
    headings.append(PendingHeading(level: node.headingLevel, text: text, id: id, range: range, node: index))
  }

  /// Keeps a piece of the plain text of a heading. What stands in place of an image is none.
  mutating func noteHeading(_ text: UnsafeBufferPointer<UInt8>) {
    guard headingText != nil, imageDepth == 0 else { return }
    unsafe headingText?.append(contentsOf: text)
  }

  /// The headings with their ids. An id that two headings were given is a problem.
  mutating func finishHeadings() -> [Heading] {
    guard !headings.isEmpty else { return [] }
    var slugs = Slugs(count: headings.count)
    var first: [String: SourceRange] = [:]
    for case let id? in headings.map(\.id) {
      if slugs.take(id.text) {
        first[id.text] = id.place
      } else if let first = first[id.text] {
        problems.append(Problem(.duplicateID(id.text, first: first), at: id.place))
      }
    }
    return headings.map { heading in
      let id = heading.id?.text ?? slugs.next(for: heading.text)
      return Heading(
        level: heading.level, text: Self.trimmed(heading.text), id: id, range: heading.range, node: heading.node)
    }
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    let lower = text.firstIndex { !$0.isSpace } ?? text.endIndex
    let upper = text.lastIndex { !$0.isSpace } ?? lower
    return String(decoding: text[lower...].prefix(upper - lower + 1), as: UTF8.self)
  }
}
