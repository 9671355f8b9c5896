extension Body {
  /// A run of text in the HTML in which topics may be mentioned: no heading, no link, no code, nothing between tags.
  ///
  /// Within a run the HTML has the same bytes as the note's file. A run ends with its line, and before a character that is
  /// written otherwise in the one than in the other (`&` is `&amp;`). Runs with nothing but a line feed between them in the
  /// HTML are one text.
  public struct Prose: Sendable, Hashable {
    private let start: UInt32
    private let length: UInt32
    private let written: UInt32

    /// The run of `count` bytes at `offset` in the HTML, which stands at `source` in the file.
    public init(at offset: Int, count: Int, source: Int) {
      start = UInt32(clamping: offset)
      length = UInt32(clamping: count)
      written = UInt32(clamping: source)
    }

    /// Where it is in the HTML.
    public var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
    /// Where it begins in the file.
    public var source: Int { Int(written) }

    /// The same run of a body that stands further back in another.
    public func moved(by distance: Int) -> Prose {
      Prose(at: Int(start) + distance, count: Int(length), source: Int(written))
    }
  }
}
