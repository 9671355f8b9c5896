import Source

extension Parser {
  /// Makes a word of the parts that were collected since the stack was `base` high, and moves them to their table.
  mutating func closeWord(from base: Int, _ range: SourceRange) -> Script.Word {
    let start = parts.count
    let shift = start - base
    var traits = Script.Word.Traits()
    for index in base..<openParts.count {
      openParts[index].end += shift
      traits.formUnion(openParts[index].kind.traits)
    }
    parts.append(contentsOf: openParts[base...])
    openParts.removeSubrange(base...)
    let partRange = SourceRange(start, parts.count)
    guard traits.contains(.quotes) else {
      return Script.Word(range: range, partRange: partRange, text: range, traits: traits)
    }
    return Script.Word(
      range: range, partRange: partRange, text: decode(partRange), traits: traits.union(.decoded))
  }

  /// Writes the value of a word to `decoded`; returns where.
  private mutating func decode(_ range: SourceRange) -> SourceRange {
    let start = decoded.count
    var index = range.start
    while index < range.end {
      let part = parts[index]
      let text = part.range
      switch part.kind {
      case .doubleQuoted:
        index += 1
        continue
      case .braces:
        decoded.append(UInt8(ascii: "{"))
        index += 1
        continue
      case .singleQuoted: decoded += bytes[text.start + 1..<max(text.start + 1, closed(text))]
      case .ansiQuoted: decoded += bytes[text.start + 2..<max(text.start + 2, closed(text))]
      case .escaped where text.count > 1 && isLineEnd(text.start + 1): break
      case .escaped: decoded += bytes[min(text.start + 1, text.end)..<text.end]
      default: decoded += bytes[text.start..<text.end]
      }
      index = part.end
    }
    return SourceRange(start, decoded.count)
  }

  /// Where what is in single quotes ends; quotes that are never closed reach to the end of the script.
  private func closed(_ range: SourceRange) -> Int {
    problem == nil ? range.end - 1 : range.end
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
  }
}

extension Script.Part.Kind {
  var traits: Script.Word.Traits {
    switch self {
    case .literal: []
    case .escaped, .singleQuoted, .ansiQuoted, .doubleQuoted: .quotes
    case .parameter, .commandSubstitution, .backquotes, .arithmetic, .processSubstitution: .expansion
    case .glob: .glob
    case .braces: .braces
    case .array: .array
    }
  }
}
