import Source

/// Splits a line into words with their quotes, as the builder does to look for heredocs.
struct HeredocWords {
  private let line: Bytes
  private var index: Int

  /// The words of a line; nothing where a quote or a brace stays open, or an expansion is none.
  static func split(_ line: Bytes) -> [Bytes]? {
    var splitter = HeredocWords(line)
    return splitter.words()
  }

  private init(_ line: Bytes) {
    self.line = line
    index = line.startIndex
  }

  private mutating func words() -> [Bytes]? {
    var words: [Bytes] = []
    while let start = skipSpace() {
      while index < line.endIndex, Space.length(in: line, at: index) == 0 {
        guard step() else { return nil }
      }
      words.append(line[start..<index])
    }
    return words
  }

  private mutating func skipSpace() -> Int? {
    index = Space.trimmedAtFront(line[index...]).startIndex
    return index < line.endIndex ? index : nil
  }

  /// Takes what stands here: a quoted text, an expansion, `<<` with the white space behind it, or a character.
  private mutating func step() -> Bool {
    switch line[index] {
    case UInt8(ascii: "'"): return take(to: UInt8(ascii: "'"), withEscapes: false)
    case UInt8(ascii: "\""): return take(to: UInt8(ascii: "\""), withEscapes: true)
    case UInt8(ascii: "$") where line[index...].hasPrefix("${"): return takeExpansion()
    case UInt8(ascii: "\\"):
      index = min(index + 2, line.endIndex)
    case UInt8(ascii: "<") where line[index...].hasPrefix("<<"):
      index = line[(index + 2)...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? line.endIndex
    default:
      index += 1
    }
    return true
  }

  private mutating func take(to quote: UInt8, withEscapes: Bool) -> Bool {
    index += 1
    while index < line.endIndex {
      if line[index] == quote {
        index += 1
        return true
      }
      if withEscapes, line[index...].hasPrefix("${") {
        guard takeExpansion() else { return false }
      } else {
        index = min(index + (withEscapes && line[index] == UInt8(ascii: "\\") ? 2 : 1), line.endIndex)
      }
    }
    return false
  }

  /// Takes `${name}` or `${name:-word}`. Braces nest; the builder knows no `${#name}`, `${!name}` or `${name^}`.
  private mutating func takeExpansion() -> Bool {
    var depth = 0
    repeat {
      guard index < line.endIndex else { return false }
      if line[index...].hasPrefix("${") {
        depth += 1
        index += 2
        guard takeName() else { return false }
      } else if line[index] == UInt8(ascii: "}") {
        depth -= 1
        index += 1
      } else {
        index = min(index + (line[index] == UInt8(ascii: "\\") ? 2 : 1), line.endIndex)
      }
    } while depth > 0
    return true
  }

  /// Takes the name of a variable with the operator behind it, up to the word that follows.
  private mutating func takeName() -> Bool {
    let rest = line[index...]
    guard let first = rest.first else { return false }
    if first.isLetter || first == UInt8(ascii: "_") {
      index = rest.firstIndex { !$0.isNameByte } ?? line.endIndex
    } else if first.isDigit {
      index = rest.firstIndex { !$0.isDigit } ?? line.endIndex
    } else if Self.isSpecial(first) {
      index += 1
    }
    guard index < line.endIndex else { return false }
    switch line[index] {
    case UInt8(ascii: "}"): return true
    case UInt8(ascii: ":"): return Self.isOperator(line[index...].dropFirst().first, isAfterColon: true)
    default: return Self.isOperator(line[index], isAfterColon: false)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "-"),
      UInt8(ascii: "!"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  private static func isOperator(_ byte: UInt8?, isAfterColon: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "?"): true
    case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "/"): !isAfterColon
    default: false
    }
  }
}
