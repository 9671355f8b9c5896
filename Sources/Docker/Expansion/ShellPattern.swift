import Source

/// A pattern of a substitution: `*` stands for any characters and `?` for one, neither for a line feed.
struct ShellPattern {
  private enum Atom {
    case byte(UInt8)
    case anyCharacter
  }

  /// What stands between the stars.
  private var parts: [[Atom]] = [[]]
  private let isReversed: Bool

  /// The pattern in `bytes`; nothing where it escapes a byte that needs none.
  ///
  /// - Parameter isReversed: Whether it looks at texts from their end: they are given with their bytes turned round.
  init?(_ bytes: Bytes, isReversed: Bool) {
    self.isReversed = isReversed
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): parts.append([])
      case UInt8(ascii: "?"): parts[parts.count - 1].append(.anyCharacter)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), Self.isEscapable(escaped) else { return nil }
        parts[parts.count - 1].append(.byte(escaped))
      default: parts[parts.count - 1].append(.byte(byte))
      }
    }
    if isReversed { parts = parts.reversed().map { $0.reversed() } }
  }

  /// The first four have a meaning in patterns, the others end parts of a substitution.
  private static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// About how many steps it takes to match a text.
  func cost(of text: Bytes) -> Int {
    parts.reduce(1) { $0 + $1.count + 1 } * (text.count + 1)
  }

  /// For each offset into a text where the pattern can begin, where it ends then.
  ///
  /// It goes through the parts from the last to the first, so that no text makes it try again: what follows a star is
  /// known when the star is met.
  func matches(in text: Bytes, isLongest: Bool) -> [Int?] {
    var ends = (0...text.count).map { end(of: parts[parts.count - 1], at: $0, in: text) }
    for part in parts.dropLast().reversed() {
      let reached = reach(of: ends, in: text, isLongest: isLongest)
      ends = (0...text.count).map { offset in end(of: part, at: offset, in: text).flatMap { reached[$0] } }
    }
    return ends
  }

  /// For each offset, where a match ends that begins with a star there and goes on as `ends` says.
  private func reach(of ends: [Int?], in text: Bytes, isLongest: Bool) -> [Int?] {
    var reached = ends
    for offset in (0..<text.count).reversed() where text[text.startIndex + offset] != UInt8(ascii: "\n") {
      if isLongest {
        reached[offset] = reached[offset + 1] ?? ends[offset]
      } else {
        reached[offset] = ends[offset] ?? reached[offset + 1]
      }
    }
    return reached
  }

  /// Where a part ends that begins at an offset; nothing where the text is another.
  private func end(of part: [Atom], at offset: Int, in text: Bytes) -> Int? {
    var index = text.startIndex + offset
    guard isBoundary(index, in: text) else { return nil }
    for atom in part {
      guard index < text.endIndex else { return nil }
      switch atom {
      case .byte(let byte):
        guard text[index] == byte else { return nil }
        index += 1
      case .anyCharacter:
        guard text[index] != UInt8(ascii: "\n") else { return nil }
        repeat { index += 1 } while !isBoundary(index, in: text)
      }
    }
    return index - text.startIndex
  }

  /// Whether a character begins at an index, or the text ends.
  private func isBoundary(_ index: Int, in text: Bytes) -> Bool {
    if isReversed { return index == text.startIndex || !text[index - 1].isContinuation }
    return index == text.endIndex || !text[index].isContinuation
  }
}

extension UInt8 {
  /// Whether it is a byte of a character of UTF-8 behind its first.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}
