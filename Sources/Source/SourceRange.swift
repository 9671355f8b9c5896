/// A stretch of a text, as UTF-8 byte offsets: `start` is the first byte, `end` is one past the last.
public struct SourceRange: Hashable, Sendable {
  /// Offsets are kept in four bytes each: a document tree holds one range a node.
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  /// The offset of the first byte.
  @inlinable public var start: Int { Int(lower) }
  /// The offset after the last byte.
  @inlinable public var end: Int { Int(upper) }
  /// How many bytes it spans.
  @inlinable public var count: Int { Int(upper &- lower) }
  /// Whether it is only a point between two bytes.
  @inlinable public var isEmpty: Bool { lower == upper }

  /// The range of the bytes from `start` up to `end`. Offsets below zero count as zero; an `end` before `start` as `start`.
  @inlinable @inline(__always)
  public init(_ start: Int, _ end: Int) {
    lower = UInt32(clamping: start)
    upper = max(lower, UInt32(clamping: end))
  }

  /// The empty range at `offset`.
  @inlinable public init(at offset: Int) {
    self.init(offset, offset)
  }

  /// The same stretch, `distance` bytes further on.
  public func shifted(by distance: Int) -> SourceRange {
    SourceRange(start + distance, end + distance)
  }
}
