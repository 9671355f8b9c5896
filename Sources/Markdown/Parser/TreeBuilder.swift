internal import Source

/// The flat tree in the making.
struct TreeBuilder {
  private(set) var nodes: [Node] = []
  private(set) var buffer: [UInt8] = []
  /// The indices of the nodes that have begun and not ended, outermost first.
  private var unfinished: [Int] = []
  /// Where the node that ended last ends.
  private(set) var lastEnd = 0

  /// A tree over a source, which the buffer begins with: text that stands there as it is needs no copy.
  init(_ source: [UInt8]) {
    nodes.reserveCapacity(source.count / 24 + 8)
    buffer.reserveCapacity(source.count + source.count / 4 + 64)
    buffer.append(contentsOf: source)
  }

  /// The index of the innermost node that has not ended.
  var current: Int { unfinished.last ?? 0 }

  /// Whether the innermost node that has not ended has no child yet.
  var isCurrentEmpty: Bool { current == nodes.count - 1 }

  /// Begins a node that has children; it reaches as far as they do unless ``end(at:)`` says otherwise.
  @discardableResult
  mutating func begin(_ kind: Node.Kind, at start: Int) -> Int {
    let index = nodes.count
    nodes.append(Node(kind, at: SourceRange(at: start)))
    unfinished.append(index)
    return index
  }

  /// Ends the innermost node at the end of its last child.
  mutating func end() {
    end(at: lastEnd)
  }

  /// Ends the innermost node.
  mutating func end(at offset: Int) {
    guard let index = unfinished.popLast() else { return }
    nodes[index].end = UInt32(nodes.count)
    nodes[index].range = SourceRange(nodes[index].range.start, offset)
    lastEnd = offset
  }

  /// Ends the innermost node, whose children may stand anywhere, around the outermost of them.
  mutating func endAround(_ index: Int) {
    var child = index + 1
    var start = Int.max
    var end = 0
    while child < nodes.count {
      start = min(start, nodes[child].range.start)
      end = max(end, nodes[child].range.end)
      child = Int(nodes[child].end)
    }
    nodes[index].range = SourceRange(at: start == .max ? end : start)
    self.end(at: end)
  }

  /// Adds a node without children.
  @discardableResult
  mutating func add(_ kind: Node.Kind, at range: SourceRange, text: TextSlice = .empty) -> Int {
    let index = nodes.count
    var node = Node(kind, at: range)
    node.end = UInt32(index + 1)
    node.text = text
    nodes.append(node)
    lastEnd = range.end
    return index
  }

  /// Makes a node that had no children the parent of all nodes behind it.
  mutating func wrap(from index: Int, in kind: Node.Kind, endingAt end: Int) {
    nodes[index].kind = kind
    nodes[index].text = .empty
    nodes[index].end = UInt32(nodes.count)
    nodes[index].range = SourceRange(nodes[index].range.start, end)
    lastEnd = end
  }

  /// Puts an embed that is all a paragraph holds in the place of the paragraph.
  mutating func liftLoneEmbed(from paragraph: Int) {
    guard paragraph + 2 == nodes.count, nodes[paragraph + 1].kind == .embed else { return }
    nodes[paragraph] = nodes[paragraph + 1]
    nodes[paragraph].end = UInt32(paragraph + 1)
    nodes.removeLast()
  }

  /// Changes a node.
  @inline(__always)
  mutating func with(_ index: Int, _ change: (inout Node) -> Void) {
    change(&nodes[index])
  }

  /// Keeps a string of libcmark's.
  mutating func keep(_ text: CMarkText, restoring zero: UInt8?) -> TextSlice {
    if let zero { return unsafe keep(text.bytes, restoring: zero) }
    let start = buffer.count
    unsafe buffer.append(contentsOf: text.bytes)
    return TextSlice(start: start, count: text.count)
  }

  /// Keeps a part of a string of libcmark's.
  mutating func keep(_ text: CMarkText, _ range: Range<Int>, restoring zero: UInt8?) -> TextSlice {
    let part = unsafe UnsafeBufferPointer(rebasing: text.bytes[range])
    if let zero { return unsafe keep(part, restoring: zero) }
    let start = buffer.count
    unsafe buffer.append(contentsOf: part)
    return TextSlice(start: start, count: range.count)
  }

  /// Keeps a literal.
  mutating func keep(_ text: StaticString) -> TextSlice {
    let start = buffer.count
    unsafe buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    return TextSlice(start: start, count: text.utf8CodeUnitCount)
  }

  /// Keeps bytes.
  mutating func keep(_ bytes: some Sequence<UInt8>) -> TextSlice {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    return TextSlice(start: start, count: buffer.count - start)
  }

  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>, restoring zero: UInt8) -> TextSlice {
    let start = buffer.count
    for index in text.indices {
      let byte = unsafe text[index]
      if byte == zero { buffer.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { buffer.append(byte) }
    }
    return TextSlice(start: start, count: buffer.count - start)
  }

  func string(_ slice: TextSlice) -> String {
    String(decoding: buffer[Int(slice.start)..<Int(slice.start + slice.count)], as: UTF8.self)
  }
}
