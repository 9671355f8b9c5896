import Source

/// The text that the builder reads, in the making.
struct JoinedText {
  private(set) var bytes: [UInt8] = []
  private var stretches: [SourceRange] = []

  var count: Int { bytes.count }

  /// Appends a stretch of the file.
  mutating func append(_ stretch: Bytes) {
    guard !stretch.isEmpty else { return }
    bytes += stretch
    if let last = stretches.last, last.end == stretch.startIndex {
      stretches[stretches.count - 1] = SourceRange(last.start, stretch.endIndex)
    } else {
      stretches.append(stretch.range)
    }
  }

  /// The whole text, which knows where it was written.
  func finish(in source: SourceText) -> SourceText {
    source.fragment(joining: stretches)
  }
}
