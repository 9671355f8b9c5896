extension DocumentParser {
  /// Goes over the text that `literal` was made of, and gives its end.
  mutating func align(_ literal: CMarkText) -> Int {
    guard !isLost else { return position }
    let end = position + literal.count
    while nextTrigger < content.triggers.count, content.triggers[nextTrigger] < position { nextTrigger += 1 }
    if !hasResolvable(before: end), content.holds(literal, at: position) {
      if !offsets.isEmpty { offsets.removeAll(keepingCapacity: true) }
      position = end
      return end
    }
    return alignResolved(literal)
  }

  /// Whether a backslash or an ampersand comes before `end`.
  @inline(__always)
  private func hasResolvable(before end: Int) -> Bool {
    nextTrigger < content.triggers.count && content.triggers[nextTrigger] < end && findsResolvable(before: end)
  }

  private func findsResolvable(before end: Int) -> Bool {
    var index = nextTrigger
    while index < content.triggers.count, content.triggers[index] < end {
      let byte = content[Int(content.triggers[index])]
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") { return true }
      index += 1
    }
    return false
  }

  /// The same byte by byte, resolving escapes and entities. They lose their meaning on the way.
  private mutating func alignResolved(_ literal: CMarkText) -> Int {
    offsets.removeAll(keepingCapacity: true)
    var index = position
    var resolved = 0
    while resolved < literal.count, index < content.count {
      let step = step(at: index, literal, resolved)
      guard step.written > 0 else { break }
      for _ in 0..<step.written { offsets.append(resolved) }
      if step.isResolved { for hidden in index..<index + step.written { content.hide(hidden) } }
      index += step.written
      resolved += step.resolved
    }
    offsets.append(resolved)
    if resolved != literal.count { isLost = true } else { position = index }
    return index
  }

  /// One character, escape or entity: how many bytes were written, and how many of the literal it became.
  private func step(at index: Int, _ literal: CMarkText, _ resolved: Int) -> (
    written: Int, resolved: Int, isResolved: Bool
  ) {
    let byte = content[index]
    if byte == UInt8(ascii: "\\"), content[index + 1].isPunctuation {
      return content[index + 1] == literal[resolved] ? (2, 1, true) : (0, 0, false)
    }
    if byte == UInt8(ascii: "&"), let entity = Entity(in: content, at: index) {
      let length = entity.length(in: literal, at: resolved)
      if length > 0 { return (entity.written, length, true) }
    }
    return byte == literal[resolved] ? (1, 1, false) : (0, 0, false)
  }
}
