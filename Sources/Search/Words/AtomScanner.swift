import Source

/// A piece of a text that is not taken apart any further: a word, an ideograph, or a mark between words.
package struct Atom: Sendable, Equatable {
  /// What it is; never white space.
  package let letter: Letter
  /// Where it stands, in bytes.
  package let range: Range<Int>
  /// Whether white space comes before it, or nothing does.
  package let isSpaced: Bool
}

/// Gives the atoms of a text one after the other.
package struct AtomScanner: Sendable {
  private var position: Int
  private let end: Int

  /// A scanner of a stretch of text; of the whole of it by default.
  package init(_ text: Span<UInt8>, in range: Range<Int>? = nil) {
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? text.count
  }

  /// The next atom of `text`; none at the end.
  @inline(__always)
  package mutating func next(in text: Span<UInt8>) -> Atom? {
    let before = position
    while position < end {
      let (letter, count) = Letter.at(position, in: text)
      let start = position
      position += count
      switch letter {
      case .blank: continue
      case .letter: skipWord(in: text)
      case .ideograph, .mark: break
      }
      position = min(position, end)
      return Atom(letter: letter, range: start..<position, isSpaced: start > before || start == 0)
    }
    return nil
  }

  /// The same for what is not in a hurry: as one function, not in each place anew.
  @inline(never)
  package mutating func nextCompactly(in text: Span<UInt8>) -> Atom? {
    next(in: text)
  }

  @inline(__always)
  private mutating func skipWord(in text: Span<UInt8>) {
    while position < end {
      let (letter, count) = Letter.at(position, in: text)
      guard case .letter = letter else { return }
      position += count
    }
  }
}
