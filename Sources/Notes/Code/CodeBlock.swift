import Markdown
public import Source

/// A code block of a note that is written in known terms.
public struct CodeBlock: Sendable {
  /// Its place among the note's fences.
  public let fence: Int
  /// What its fence calls it, if it has a name.
  public let name: String?
  /// What stands above it on the page, if something does.
  public let title: String?
  /// The heading of the section that it stands in: its place in ``Note/headings``; none above the first.
  public let heading: Int?
  /// The numbers of its terms, in the order in which they stand.
  public let terms: [Int]
  /// Where it stands in the file, with its fences.
  public let range: SourceRange

  /// The blocks in the body of a note. Its renderer has left holes around the terms.
  ///
  /// - Parameters:
  ///   - fences: The note's fenced blocks.
  ///   - text: What the fences are places of.
  static func blocks(in body: Body, _ fences: [Fence], of text: SourceText) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var heading: Int?
    var holes = body.holes[...]
    while let hole = holes.popFirst() {
      if hole.kind == .section { heading = hole.index }
      guard hole.kind == .code, fences.indices.contains(hole.index) else { continue }
      let fence = fences[hole.index]
      var terms: [Int] = []
      while let next = holes.first, next.kind == .termStart || next.kind == .termEnd {
        if next.kind == .termStart { terms.append(next.index) }
        holes.removeFirst()
      }
      // It may have been marked for another reason.
      guard !terms.isEmpty else { continue }
      blocks.append(
        CodeBlock(
          fence: hole.index, name: fence.info["name"], title: fence.info["title"] ?? fence.info["file"],
          heading: heading, terms: terms, range: text.rangeInFile(fence.range)))
    }
    return blocks
  }
}
