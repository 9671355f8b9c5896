internal import Source

extension DocumentParser {
  /// What `[[` or `[^` may begin: a wikilink, an embed or a reference to a footnote.
  mutating func addBracketed(at index: Int, of run: inout TextRun) {
    if content[index + 1] == UInt8(ascii: "^") { return addFootnoteReference(at: index, of: &run) }
    guard content[index + 1] == UInt8(ascii: "[") else { return }
    let end = bracketEnd(from: index + 2, in: run)
    let isEmbed = index > run.done && content[index - 1] == UInt8(ascii: "!")
    if end < run.shown.upperBound {
      guard end > index + 2, content[end] == UInt8(ascii: "]"), content[end + 1] == UInt8(ascii: "]") else { return }
      addWikilink(index..<end + 2, of: &run, isEmbed: isEmbed)
    } else if !isEmbed, let bar = bar(in: index + 2..<end, of: run), bar.lowerBound > index + 2 {
      // Its text is not plain: what comes next is another node.
      addOpener(.brackets, index..<bar.upperBound, of: &run)
    }
  }

  /// Where the text in brackets that begins at `start` ends: at a bracket or where the plain text ends.
  private func bracketEnd(from start: Int, in run: TextRun) -> Int {
    var end = start
    while end < run.shown.upperBound, content[end] != UInt8(ascii: "["), content[end] != UInt8(ascii: "]") { end += 1 }
    return end
  }

  /// Adds a wikilink or embed whose text is plain.
  private mutating func addWikilink(_ range: Range<Int>, of run: inout TextRun, isEmbed: Bool) {
    let inside = range.lowerBound + 2..<range.upperBound - 2
    let bar = bar(in: inside, of: run)
    let target = trimmed(inside.lowerBound..<(bar?.lowerBound ?? inside.upperBound))
    let label = trimmed((bar?.upperBound ?? inside.upperBound)..<inside.upperBound)
    guard !target.isEmpty else { return }
    let start = isEmbed ? range.lowerBound - 1 : range.lowerBound
    addPlain(&run, upTo: start)
    run.done = range.upperBound
    let place = inlinePlace(start, range.upperBound)
    let index = tree.begin(isEmbed ? .embed : .wikilink, at: place.start)
    let detail = isEmbed ? keep(run, label) : .empty
    tree.with(index) { $0.detail = detail }
    name(index, target, of: run, at: place, isUnlabelled: label.isEmpty)
    if !isEmbed {
      addTextNode(run, label.isEmpty ? target : label)
    }
    tree.end(at: place.end)
  }

  /// Gives a wikilink or embed its target.
  private mutating func name(
    _ index: Int, _ target: Range<Int>, of run: TextRun, at place: SourceRange, isUnlabelled: Bool
  ) {
    let text = keep(run, target)
    let number = Int32(links.count)
    tree.with(index) {
      $0.text = text
      $0.number = number
      if isUnlabelled { $0.flags.insert(.unlabelled) }
    }
    links.append(
      Link(
        kind: tree.nodes[index].kind == .embed ? .embed : .wikilink, destination: tree.string(text),
        title: tree.string(tree.nodes[index].detail), range: place,
        target: inlinePlace(target.lowerBound, target.upperBound)))
  }

  /// `]]` ends a wikilink whose text has markup, as in `[[Pod|a *pod*]]`. No other link may be in it.
  mutating func endWikilink(at index: Int, of run: inout TextRun) {
    guard content[index + 1] == UInt8(ascii: "]"), index + 2 <= run.shown.upperBound else { return }
    guard let opener = delimiters.take(.brackets, within: tree.current), opener.links == links.count else { return }
    addPlain(&run, upTo: index)
    run.done = index + 2
    let end = inlinePlace(index, index + 2).end
    let mark = tree.nodes[opener.node]
    tree.wrap(from: opener.node, in: .wikilink, endingAt: end)
    let target = trimmed(mark.text)
    tree.with(opener.node) {
      $0.text = target
      $0.number = Int32(links.count)
    }
    let place = SourceRange(mark.range.start, end)
    links.append(
      Link(
        kind: .wikilink, destination: tree.string(target), range: place,
        target: SourceRange(mark.range.start + 2, mark.range.end - 1)))
  }

  /// The first `|` of a stretch, or `\|`, which tables need.
  private func bar(in range: Range<Int>, of run: TextRun) -> Range<Int>? {
    for index in range {
      if content[index] == UInt8(ascii: "|") { return index..<index + 1 }
      let isEscape = content[index] == Content.opaque && index + 1 < range.upperBound
      if isEscape, content[index + 1] == Content.opaque,
        run.literal[part(run, index..<index + 1).lowerBound] == UInt8(ascii: "|"),
        part(run, index..<index + 2).count == 1
      {
        return index..<index + 2
      }
    }
    return nil
  }

  /// A stretch of the block's text without blanks around it.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, content[lower].isBlank { lower += 1 }
    while upper > lower, content[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }

  /// The target of an opening mark, `[[target|`.
  private func trimmed(_ mark: TextSlice) -> TextSlice {
    var lower = Int(mark.start) + 2
    var upper = Int(mark.start) + Int(mark.count) - 1
    while lower < upper, tree.buffer[lower].isBlank { lower += 1 }
    while upper > lower, tree.buffer[upper - 1].isBlank { upper -= 1 }
    return TextSlice(start: lower, count: upper - lower)
  }
}
