import Source

/// The parts of a word that is written together out of several: `PersistentVolumeClaim`, `imagePullPolicy`, `APIServer`.
package enum CompoundParts {
  /// The parts of the word at `range`, in order; none where it is a single one.
  ///
  /// A part begins at a capital behind a small letter or a digit, and at the last capital of several before a small letter.
  /// What is shorter than two bytes is no part.
  @inline(never)
  package static func ranges(_ text: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start + 1
    while index < range.upperBound {
      if text[index].isCapital {
        let follows = !text[index - 1].isCapital
        let ends = index + 1 < range.upperBound && text[index + 1].isSmall
        if follows || ends {
          if index - start >= 2 { parts.append(start..<index) }
          start = index
        }
      }
      index += 1
    }
    guard start > range.lowerBound else { return [] }
    if range.upperBound - start >= 2 { parts.append(start..<range.upperBound) }
    return parts
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter in lower case.
  @inline(__always)
  var isSmall: Bool { self >= 0x61 && self <= 0x7A }
}
