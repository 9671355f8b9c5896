internal import Source

/// A heading whose id waits for all the others: ids written by hand go first.
struct PendingHeading {
  let level: Int
  let text: String
  let explicitID: String?
  let range: SourceRange
  let node: Int
}

extension DocumentParser {
  mutating func endHeading(level: Int, node: Int, at range: SourceRange) {
    let text = String(decoding: headingText ?? [], as: UTF8.self)
    headingText = nil
    tree.with(node) { $0.number = Int32(headings.count) }
    headings.append(PendingHeading(level: level, text: text, explicitID: nil, range: range, node: node))
  }

  /// The headings with their ids.
  mutating func finishHeadings() -> [Heading] {
    var slugs = Slugs()
    return headings.map { heading in
      Heading(
        level: heading.level, text: heading.text, id: slugs.next(for: heading.text), range: heading.range,
        node: heading.node)
    }
  }
}
