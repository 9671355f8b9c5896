/// Text between tags, where quotes may stay as they are, written in many short pieces: code with its inks.
///
/// The pieces are given as ranges of the whole text: with the bytes behind a piece in reach, it is copied as one block
/// of sixteen however short it is.
extension ByteWriter {
  /// Appends a part of a text as it is.
  @inlinable @inline(__always)
  public mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    let count = range.count
    reserve(count &+ 16)
    unsafe text.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      let from = unsafe base + range.lowerBound
      if count <= 16, range.lowerBound &+ 16 <= source.count {
        unsafe Self.copyBlock(from, to: start + length)
      } else {
        unsafe (start + length).update(from: from, count: count)
      }
    }
    length &+= count
  }

  /// Appends a part of a text as the content of an element, with `&`, `<` and `>` as character references.
  public mutating func append(content text: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    unsafe text.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      var index = range.lowerBound
      while index < range.upperBound {
        let left = range.upperBound &- index
        let isBlock = index &+ 16 <= source.count
        reserve(16)
        if isBlock {
          unsafe Self.copyBlock(from + index, to: start + length)
          let clean = unsafe min(Self.cleanBytes(from + index), left)
          length &+= clean
          index &+= clean
          if clean == left || clean == 16 { continue }
        }
        appendContent(unsafe from[index])
        index &+= 1
      }
    }
  }

  /// Whether a text has nothing in it that must be written otherwise between tags.
  public static func isContent(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return true }
      var index = 0
      while index &+ 16 <= source.count {
        if unsafe cleanBytes(from + index) < 16 { return false }
        index &+= 16
      }
      return unsafe source[index...].allSatisfy { !isSpecial($0) }
    }
  }

  private mutating func appendContent(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    default: append(byte)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  @inlinable @inline(__always)
  static func copyBlock(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) {
    let block = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD16<UInt8>.self)
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD16<UInt8>.self)
  }

  /// How many of sixteen bytes come before the first special one.
  @inline(__always)
  private static func cleanBytes(_ source: UnsafePointer<UInt8>) -> Int {
    let block = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD16<UInt8>.self)
    // Whole vectors of named type on both sides: anything less is compiled to a loop over the sixteen bytes.
    let ampersand = SIMD16<UInt8>(repeating: UInt8(ascii: "&"))
    let less = SIMD16<UInt8>(repeating: UInt8(ascii: "<"))
    let greater = SIMD16<UInt8>(repeating: UInt8(ascii: ">"))
    let found = (block .== ampersand) .| (block .== less) .| (block .== greater)
    let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return halves[0].trailingZeroBitCount >> 3 }
    if halves[1] != 0 { return 8 &+ halves[1].trailingZeroBitCount >> 3 }
    return 16
  }
}
