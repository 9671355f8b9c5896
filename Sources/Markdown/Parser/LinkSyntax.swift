/// The grammar of link destinations, titles, labels and reference definitions (spec sections "Links" and "Link reference
/// definitions"), over the content of a block. libcmark says *that* there is a link; this says where its parts stand.
struct LinkSyntax {
  private let bytes: [UInt8]
  private let count: Int

  init(_ content: borrowing Content) {
    bytes = content.bytes
    count = content.count
  }

  /// What stands behind the text of a link.
  struct Tail {
    /// Where the link ends.
    let end: Int
    /// Where its destination stands, without angle brackets; nothing for a link by reference.
    let destination: Range<Int>?
    /// The label of a link by reference; empty (or nothing) where its text is the label.
    let label: Range<Int>?
  }

  /// Reads what stands from `index` on, behind the `]` that ends the text of a link.
  func tail(at index: Int) -> Tail {
    if let inline = inlineTail(at: index) { return inline }
    if let label = label(at: index) { return Tail(end: label.upperBound + 1, destination: nil, label: label) }
    return Tail(end: index, destination: nil, label: nil)
  }

  private func inlineTail(at index: Int) -> Tail? {
    guard byte(index) == UInt8(ascii: "(") else { return nil }
    guard let destination = destination(at: skipSpaces(index + 1)) else { return nil }
    let behind =
      byte(destination.upperBound) == UInt8(ascii: ">") && byte(destination.lowerBound - 1) == UInt8(ascii: "<")
    let end = destination.upperBound + (behind ? 1 : 0)
    var title = skipSpaces(end)
    if title > end { title = self.title(at: title) ?? title }
    title = skipSpaces(title)
    guard byte(title) == UInt8(ascii: ")") else { return nil }
    return Tail(end: title + 1, destination: destination, label: nil)
  }

  /// The destination that begins at `index`, without its angle brackets.
  func destination(at index: Int) -> Range<Int>? {
    byte(index) == UInt8(ascii: "<") ? bracketed(at: index) : bare(at: index)
  }

  private func bracketed(at index: Int) -> Range<Int>? {
    var end = index + 1
    while end < count {
      switch byte(end) {
      case UInt8(ascii: ">"): return index + 1..<end
      case UInt8(ascii: "\\"): end += 2
      case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
      default: end += 1
      }
    }
    return nil
  }

  private func bare(at index: Int) -> Range<Int>? {
    var end = index
    var depth = 0
    while end < count {
      let byte = byte(end)
      if byte == UInt8(ascii: "\\"), self.byte(end + 1).isPunctuation {
        end += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      } else if byte.isSpace {
        // Other control characters end no destination of libcmark's, whatever the specification says.
        break
      }
      end += 1
    }
    return depth == 0 ? index..<min(end, count) : nil
  }

  /// Where the title that begins at `index` ends.
  func title(at index: Int) -> Int? {
    let opener = byte(index)
    let closer: UInt8
    switch opener {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = opener
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var end = index + 1
    while end < count {
      let byte = byte(end)
      if byte == closer { return end + 1 }
      if byte == UInt8(ascii: "(") && opener == byte { return nil }
      end += byte == UInt8(ascii: "\\") && self.byte(end + 1).isPunctuation ? 2 : 1
    }
    return nil
  }

  /// The label in brackets at `index`, without them. At most 1000 bytes, none of them an unescaped bracket.
  func label(at index: Int) -> Range<Int>? {
    guard byte(index) == UInt8(ascii: "[") else { return nil }
    var end = index + 1
    while end < count, end - index <= 1001 {
      switch byte(end) {
      case UInt8(ascii: "]"): return index + 1..<end
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): end += byte(end + 1).isPunctuation ? 2 : 1
      default: end += 1
      }
    }
    return nil
  }

  /// A reference definition.
  struct Definition {
    let label: Range<Int>
    let destination: Range<Int>
    /// Where the next line begins.
    let end: Int
  }

  /// The definition that begins at `index`.
  func definition(at index: Int) -> Definition? {
    guard let label = label(at: index), byte(label.upperBound + 1) == UInt8(ascii: ":") else { return nil }
    guard !isBlank(label) else { return nil }
    let start = skipBlanksAndLine(label.upperBound + 2)
    guard start < count, let destination = destination(at: start) else { return nil }
    let isBracketed = byte(start) == UInt8(ascii: "<")
    guard isBracketed || !destination.isEmpty else { return nil }
    let behind = destination.upperBound + (isBracketed ? 1 : 0)
    let titleStart = skipBlanksAndLine(behind)
    if titleStart > behind, let title = title(at: titleStart), let end = lineEnd(title) {
      return Definition(label: label, destination: destination, end: end)
    }
    return lineEnd(behind).map { Definition(label: label, destination: destination, end: $0) }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(\.isSpace)
  }

  /// Where the next line begins, if nothing but blanks is left in this one.
  private func lineEnd(_ index: Int) -> Int? {
    let end = skipBlanks(index)
    if end >= count { return count }
    return byte(end) == UInt8(ascii: "\n") ? end + 1 : nil
  }

  private func skipBlanks(_ index: Int) -> Int {
    var end = index
    while end < count, byte(end).isBlank { end += 1 }
    return end
  }

  private func skipBlanksAndLine(_ index: Int) -> Int {
    let end = skipBlanks(index)
    return byte(end) == UInt8(ascii: "\n") && end < count ? skipBlanks(end + 1) : end
  }

  private func skipSpaces(_ index: Int) -> Int {
    var end = index
    while end < count, byte(end).isSpace { end += 1 }
    return end
  }

  private func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < count ? bytes[index] : 0
  }
}
