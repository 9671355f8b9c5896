package import Source

/// What a command is to print.
///
/// A line of dots stands for any lines, dots within a line for anything there. White space at the end of lines and empty
/// lines at the end do not count.
package struct OutputPattern: Sendable {
  /// The expected lines.
  private let lines: [Bytes]
  private let byKind: Bool

  /// Expects these lines.
  ///
  /// - Parameter byKind: Whether numbers, times, hashes and addresses count by their kind alone, and blanks as blanks.
  package init(_ lines: [Bytes], byKind: Bool = false) {
    self.lines = lines
    self.byKind = byKind
  }

  /// Where what was printed is not what was expected.
  package struct Difference: Sendable, Equatable {
    /// The first expected line that has no match: an index of the lines; as many as there are where more was printed.
    package let expected: Int
    /// What was printed there: an index of the printed lines; as many as there are where less was printed.
    package let printed: Int
    /// How many of the last expected lines match the last printed ones.
    package let commonEnd: Int
  }

  /// The first difference between the pattern and `printed`; nothing where it matches.
  package func difference(from printed: [UInt8]) -> Difference? {
    let printed = Self.lines(of: printed)
    guard lines.contains(where: \.isEllipsis) else { return plainDifference(printed[...]) }
    return stretchedDifference(printed)
  }

  /// The lines of a text; a line feed at its end begins no other, and empty lines at its end are none.
  package static func lines(of text: [UInt8]) -> [Bytes] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy(\.isSpace) { lines.removeLast() }
    return lines
  }

  private func isMatch(_ expected: Bytes, _ printed: Bytes) -> Bool {
    LineWords(expected: expected, byKind: byKind).matches(LineWords(printed: printed, byKind: byKind))
  }

  /// Whether expected lines from `start` on match as many printed ones.
  private func isMatch(_ expected: ArraySlice<Bytes>, _ printed: ArraySlice<Bytes>) -> Bool {
    zip(expected, printed).allSatisfy { isMatch($0, $1) }
  }

  private func plainDifference(_ printed: ArraySlice<Bytes>) -> Difference? {
    var index = 0
    while index < lines.count, index < printed.count, isMatch(lines[index], printed[index]) { index += 1 }
    guard index < lines.count || index < printed.count else { return nil }
    return Difference(expected: index, printed: index, commonEnd: commonEnd(after: index, printed, after: index))
  }

  /// How many lines at both ends match, of those behind a difference.
  private func commonEnd(after expected: Int, _ printed: ArraySlice<Bytes>, after index: Int) -> Int {
    var count = 0
    while lines.count - count > expected, printed.count - count > index,
      isMatch(lines[lines.count - 1 - count], printed[printed.endIndex - 1 - count])
    {
      count += 1
    }
    return count
  }

  /// Lines between dots are looked for from the front; those before the first dots stand at the beginning, those behind
  /// the last ones at the end.
  private func stretchedDifference(_ printed: [Bytes]) -> Difference? {
    var parts = lines.indices.split(omittingEmptySubsequences: false) { lines[$0].isEllipsis }
    guard let first = parts.first, let last = parts.last else { return nil }
    for (offset, index) in first.enumerated() where offset >= printed.count || !isMatch(lines[index], printed[offset]) {
      return Difference(expected: index, printed: min(offset, printed.count), commonEnd: 0)
    }
    var next = first.count
    parts = parts.dropFirst().dropLast()
    for part in parts where !part.isEmpty {
      guard let found = find(lines[part], in: printed[next...]) else {
        return Difference(expected: part.lowerBound, printed: next, commonEnd: 0)
      }
      next = found + part.count
    }
    for (offset, index) in last.enumerated() {
      let place = printed.count - last.count + offset
      if place < next || !isMatch(lines[index], printed[place]) {
        return Difference(expected: index, printed: min(max(place, next), printed.count), commonEnd: 0)
      }
    }
    return nil
  }

  private func find(_ part: ArraySlice<Bytes>, in printed: ArraySlice<Bytes>) -> Int? {
    guard part.count <= printed.count else { return nil }
    return (printed.startIndex...(printed.endIndex - part.count)).first { isMatch(part, printed[$0...]) }
  }

  /// Whether the pattern, in one line, is found anywhere in a line of `printed`: how an expected message is compared.
  package static func isFound(_ message: String, in printed: [UInt8]) -> Bool {
    let wanted = Array("…\(message)…".utf8)
    let pattern = LineWords(expected: wanted[...], byKind: false)
    return lines(of: printed).contains { pattern.matches(LineWords(printed: $0, byKind: false)) }
  }
}
