internal import Source

/// A text node of libcmark's and the stretch of the block's text it was made of.
struct TextRun {
  let literal: CMarkText
  /// Where the literal begins in the block's text.
  let start: Int
  /// What of it is shown.
  let shown: Range<Int>
  /// How far it was added to the tree.
  var done: Int
}

extension DocumentParser {
  /// Adds a text node, or what is recognised in it.
  mutating func addText(_ literal: CMarkText) {
    guard literal.count > 0 else { return }
    let start = position
    let end = align(literal)
    guard !isLost else { return addLost(literal) }
    let lower = max(start, shown.lowerBound)
    let upper = min(end, shown.upperBound)
    guard lower < upper else { return }
    var run = TextRun(literal: literal, start: start, shown: lower..<upper, done: lower)
    while dialect == .notes, nextTrigger < content.triggers.count, content.triggers[nextTrigger] < upper {
      let index = Int(content.triggers[nextTrigger])
      nextTrigger += 1
      if index >= run.done { addConstruct(at: index, of: &run) }
    }
    addPlain(&run, upTo: upper)
  }

  /// Text whose place in the block is not known.
  private mutating func addLost(_ literal: CMarkText) {
    unsafe noteHeading(literal.bytes)
    tree.add(.text, at: block, text: keep(literal))
  }

  /// Adds the construct that a trigger stands for, if there is one.
  private mutating func addConstruct(at index: Int, of run: inout TextRun) {
    switch content[index] {
    case UInt8(ascii: "~"), UInt8(ascii: "="): addDelimiters(at: index, of: &run)
    case _ where linkDepth > 0: break
    case UInt8(ascii: "["): addBracketed(at: index, of: &run)
    case UInt8(ascii: "]"): endWikilink(at: index, of: &run)
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "w"): addBareAddress(at: index, of: &run)
    default: break
    }
  }

  /// Adds the text up to `end` that was not added yet.
  mutating func addPlain(_ run: inout TextRun, upTo end: Int) {
    guard end > run.done else { return }
    addTextNode(run, run.done..<end)
    run.done = end
  }

  /// Adds a text node of a part of a run.
  mutating func addTextNode(_ run: TextRun, _ range: Range<Int>) {
    let part = part(run, range)
    if headingText != nil { unsafe noteHeading(UnsafeBufferPointer(rebasing: run.literal.bytes[part])) }
    let place = inlinePlace(range.lowerBound, range.upperBound)
    // What stands in the source as it is read stands in the buffer already.
    let isWritten = offsets.isEmpty && place.count == part.count && passage.zero == nil
    let text =
      isWritten
      ? TextSlice(start: place.start, count: place.count)
      : tree.keep(run.literal, part, restoring: passage.zero)
    tree.add(.text, at: place, text: text)
  }

  /// The part of the literal that a stretch of the block's text became.
  func part(_ run: TextRun, _ range: Range<Int>) -> Range<Int> {
    let lower = range.lowerBound - run.start
    let upper = range.upperBound - run.start
    return offsets.isEmpty ? lower..<upper : offsets[lower]..<offsets[upper]
  }

  /// The part of the literal as a slice of the document's buffer.
  mutating func keep(_ run: TextRun, _ range: Range<Int>) -> TextSlice {
    tree.keep(run.literal, part(run, range), restoring: passage.zero)
  }
}
