import Source

/// Puts something in the place of what a pattern matches.
struct PatternReplacer {
  private let text: Bytes
  private let replacement: Bytes
  private let ends: [Int?]

  init(_ pattern: ShellPattern, in text: Bytes, by replacement: Bytes) {
    self.text = text
    self.replacement = replacement
    ends = pattern.matches(in: text, isLongest: true)
  }

  /// The text with the first match replaced.
  func first() -> [UInt8]? {
    for (start, end) in ends.enumerated() {
      guard let end else { continue }
      return Array(text.prefix(start)) + Array(replacement) + Array(text.dropFirst(end))
    }
    return Array(text)
  }

  /// The text with all matches replaced; nothing where it grows beyond `limit`.
  ///
  /// An empty match right behind another match is none. In the replacement `$0` is what was matched, as the builder's
  /// regular expressions have it.
  func all(upTo limit: Int) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var offset = 0
    while offset <= text.count {
      guard let end = ends[offset] else {
        offset += 1
        continue
      }
      result += text.dropFirst(copied).prefix(offset - copied)
      if end > copied || offset == 0 { append(offset..<end, to: &result) }
      if result.count > limit { return nil }
      copied = end
      offset = max(end, offset + 1)
    }
    return result + text.dropFirst(copied)
  }

  /// Adds the replacement for the match at `range`.
  private func append(_ range: Range<Int>, to result: inout [UInt8]) {
    var rest = replacement
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != UInt8(ascii: "$") }
      result += plain
      rest = rest.dropFirst(plain.count)
      guard let byte = rest.popFirst() else { return }
      guard let next = rest.first else {
        result.append(byte)
        return
      }
      if next == UInt8(ascii: "$") {
        result.append(byte)
        rest.removeFirst()
      } else if let name = groupName(&rest) {
        if name == "0" { result += text.dropFirst(range.lowerBound).prefix(range.count) }
      } else {
        result.append(byte)
      }
    }
  }

  /// Takes `name` or `{name}` off the front; nothing where neither stands there.
  private func groupName(_ rest: inout Bytes) -> Bytes? {
    let isBraced = rest.first == UInt8(ascii: "{")
    let inside = isBraced ? rest.dropFirst() : rest
    let name = inside.prefix { $0.isNameByte }
    if name.isEmpty { return nil }
    let behind = inside.dropFirst(name.count)
    if isBraced && behind.first != UInt8(ascii: "}") { return nil }
    rest = isBraced ? behind.dropFirst() : behind
    return name
  }
}
