import Source

/// A line of output in the pieces that are compared.
///
/// Compared by kind, a number is as good as any other, and so is a time, a hash or an address.
struct LineWords {
  /// A piece of a line.
  enum Piece: Sendable {
    /// A byte that stands for itself.
    case byte(UInt8)
    /// `…` or `...`: anything, also nothing.
    case anything
    /// One or more blanks.
    case blanks
    /// Digits, perhaps with a fraction.
    case number
    /// At least seven hexadecimal digits with a letter among them.
    case hash
    /// As many digits: a number, or a hash that happens to have no letter.
    case digits
    /// An address of a network: four numbers with dots, or hexadecimal groups with colons.
    case address
    /// The name of a day or a month.
    case dayOrMonth

    /// Whether a piece of printed text is what this one asks for.
    func matches(_ printed: Piece) -> Bool {
      switch (self, printed) {
      case (.byte(let one), .byte(let other)): one == other
      case (.blanks, .blanks), (.number, .number), (.hash, .hash), (.address, .address), (.dayOrMonth, .dayOrMonth):
        true
      case (.digits, .number), (.digits, .hash), (.digits, .digits), (.number, .digits), (.hash, .digits): true
      default: false
      }
    }

    var isAnything: Bool {
      if case .anything = self { true } else { false }
    }
  }

  let pieces: [Piece]

  /// Reads an expected line, in which dots may stand for anything.
  init(expected line: Bytes, byKind: Bool) {
    pieces = Self.pieces(of: line.withoutTrailingBlanks, byKind: byKind, readsDots: true)
  }

  /// Reads a printed line.
  init(printed line: Bytes, byKind: Bool) {
    pieces = Self.pieces(of: line.withoutTrailingBlanks, byKind: byKind, readsDots: false)
  }

  private static func pieces(of line: Bytes, byKind: Bool, readsDots: Bool) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(line.count)
    var rest = line
    var isInWord = false
    while let byte = rest.first {
      if let dots = rest.leadingEllipsis {
        // No word goes on behind dots, whether they stand for something or are printed.
        pieces += readsDots ? [.anything] : rest.prefix(dots).map { .byte($0) }
        rest.removeFirst(dots)
        isInWord = false
      } else if byKind, !isInWord || byte.isBlank, let (piece, count) = kind(at: rest) {
        rest.removeFirst(count)
        pieces.append(piece)
        isInWord = false
      } else {
        // The letter between a date and a time begins no word.
        let joins =
          byte == UInt8(ascii: "T") && line.isDigit(at: rest.startIndex - 1) && line.isDigit(at: rest.startIndex + 1)
        isInWord = !joins && (byte.isNameByte || byte >= 0x80)
        pieces.append(.byte(byte))
        rest.removeFirst()
      }
    }
    return pieces
  }

  /// The piece that counts by its kind with which a text begins, and its length.
  private static func kind(at text: Bytes) -> (Piece, Int)? {
    guard let first = text.first else { return nil }
    let blanks = text.prefix { $0.isBlank }.count
    if blanks > 0 { return (.blanks, blanks) }
    if let count = address(at: text) { return (.address, count) }
    let word = text.prefix { $0.isLetter || $0.isDigit }
    let hasDigit = word.contains { $0.isDigit }
    if word.count >= 7, hasDigit, word.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0) }) {
      return (word.allSatisfy { $0.isDigit } ? .digits : .hash, word.count)
    }
    if first.isDigit { return (.number, number(at: text)) }
    return names.contains(word.string) ? (.dayOrMonth, word.count) : nil
  }

  /// The length of a number: digits, and behind `.` or `,` more digits.
  private static func number(at text: Bytes) -> Int {
    let whole = text.prefix { $0.isDigit }
    let rest = text.dropFirst(whole.count)
    guard let sign = rest.first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") else { return whole.count }
    let fraction = rest.dropFirst().prefix { $0.isDigit }
    return fraction.isEmpty ? whole.count : whole.count + 1 + fraction.count
  }

  /// The length of an address, if there is one.
  private static func address(at text: Bytes) -> Int? {
    let dotted = text.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let groups = dotted.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if groups.count == 4, groups.allSatisfy({ (1...3).contains($0.count) }) { return dotted.count }
    let grouped = text.prefix { $0.isDigit || (0x61...0x66).contains($0.lowercased) || $0 == UInt8(ascii: ":") }
    let parts = grouped.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let hasLetterOrGap = grouped.contains { $0.isLetter } || grouped.contains("::")
    guard parts.count >= 3, parts.allSatisfy({ $0.count <= 4 }), hasLetterOrGap || parts.count > 3 else { return nil }
    return grouped.count
  }

  private static let names: Set<String> = [
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// Whether a printed line is what this one asks for.
  func matches(_ printed: LineWords) -> Bool {
    Self.match(pieces[...], printed.pieces[...])
  }

  /// Matching without backtracking over more than the last dots.
  private static func match(_ expected: ArraySlice<Piece>, _ printed: ArraySlice<Piece>) -> Bool {
    var (expected, printed) = (expected, printed)
    var retry: (expected: ArraySlice<Piece>, printed: ArraySlice<Piece>)?
    while let piece = printed.first {
      if let wanted = expected.first, wanted.isAnything {
        expected.removeFirst()
        retry = (expected, printed)
      } else if let wanted = expected.first, wanted.matches(piece) {
        expected.removeFirst()
        printed.removeFirst()
      } else if let last = retry {
        (expected, printed) = (last.expected, last.printed.dropFirst())
        retry = (expected, printed)
      } else {
        return false
      }
    }
    return expected.allSatisfy(\.isAnything)
  }
}

extension Bytes {
  /// The length of the `…` or `...` that the bytes begin with; nothing where they do not.
  var leadingEllipsis: Int? {
    hasPrefix("…") || hasPrefix("...") ? 3 : nil
  }

  /// Whether a digit stands at an index; false outside of the bytes.
  fileprivate func isDigit(at index: Int) -> Bool {
    indices.contains(index) && self[index].isDigit
  }

  /// Whether the line stands for any lines, also none.
  var isEllipsis: Bool {
    let line = trimmed
    return line == "…" || line == "..." || line == "[...]" || line == "[…]"
  }

  /// The bytes without white space at their end.
  var withoutTrailingBlanks: Bytes {
    var bytes = self
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    return bytes
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}
