package import Source

/// A stretch of code that may become a link to the topic that explains it.
package struct TermPlace: Sendable {
  /// Where it stands in the code.
  let range: Range<Int>
  /// Its number, which goes into the holes around it.
  let number: Int

  /// The term of this number at `range` of the code.
  package init(_ number: Int, at range: SourceRange) {
    self.number = number
    self.range = range.start..<range.end
  }
}
