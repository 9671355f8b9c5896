internal import Source

/// Finds what no YAML text may hold (YAML 1.2 §5.1): control characters, and bytes that are not UTF-8.
///
/// libyaml refuses a whole text for one of them, and before it has read what stands before; so they are found here,
/// and libyaml gets a copy with an underscore for each such byte.
struct CharacterCheck {
  /// The offsets of the scalars beyond ASCII.
  private(set) var wide: [UInt32] = []
  /// Whether a line may start with `%`, as directives do.
  private(set) var hasDirectives = false
  /// The stretches that no YAML text may hold.
  private(set) var forbidden: [SourceRange] = []

  /// Looks at all bytes of `text`.
  init(_ text: ArraySlice<UInt8>) {
    hasDirectives = text.first == Self.percent[0]
    unsafe text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let clean = unsafe skipClean(bytes, from: index)
        index = unsafe clean == index ? look(at: index, in: bytes, from: text.startIndex) : clean
      }
    }
  }

  /// The index up to which all is known to be printable ASCII and line breaks: found in blocks, so it may be too low.
  private mutating func skipClean(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start > 0, let address = unsafe UnsafeRawPointer(bytes.baseAddress) else { return start }
    var index = start
    var directives = SIMDMask<SIMD16<Int8>>(repeating: false)
    while index + 16 <= bytes.count {
      let block = unsafe address.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      // Printable characters are 0x5F in a row from the space on; tab, line feed and return are told by name.
      let isOdd =
        (block &- Self.space .>= Self.printable) .& (block .!= Self.lineFeed) .& (block .!= Self.carriageReturn)
        .& (block .!= Self.tab)
      let bits = unsafe unsafeBitCast(isOdd, to: SIMD2<UInt64>.self)
      if bits[0] | bits[1] != 0 { break }
      let before = unsafe address.loadUnaligned(fromByteOffset: index - 1, as: SIMD16<UInt8>.self)
      directives =
        directives .| (block .== Self.percent) .& (before .== Self.lineFeed .| before .== Self.carriageReturn)
      index += 16
    }
    if directives != SIMDMask(repeating: false) { hasDirectives = true }
    return index
  }

  // Vectors on both sides: a comparison with a literal becomes a loop over the bytes.
  private static var space: SIMD16<UInt8> { SIMD16(repeating: 0x20) }
  private static var printable: SIMD16<UInt8> { SIMD16(repeating: 0x5F) }
  private static var percent: SIMD16<UInt8> { SIMD16(repeating: 0x25) }
  private static var tab: SIMD16<UInt8> { SIMD16(repeating: 0x09) }
  private static var lineFeed: SIMD16<UInt8> { SIMD16(repeating: 0x0A) }
  private static var carriageReturn: SIMD16<UInt8> { SIMD16(repeating: 0x0D) }

  /// Looks at a few characters one by one, up to the next that is clean again, and returns the index after them.
  private mutating func look(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, from base: Int) -> Int {
    var index = start
    while index < bytes.count, index < start + 16 {
      let byte = unsafe bytes[index]
      var length = 1
      if byte >= 0x80 {
        length = unsafe Self.scalarLength(bytes, at: index)
        if length > 1 { wide.append(UInt32(truncatingIfNeeded: base + index)) }
      }
      if byte == UInt8(ascii: "%"), index > 0, unsafe Written.isBreak(bytes[index - 1]) { hasDirectives = true }
      if length == 0 || Self.isControl(byte) { refuse(base + index) }
      index += max(length, 1)
    }
    return index
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  /// Adds to the stretch before where that touches.
  private mutating func refuse(_ offset: Int) {
    if let last = forbidden.last, last.end == offset {
      forbidden[forbidden.count - 1] = SourceRange(last.start, offset + 1)
    } else {
      forbidden.append(SourceRange(offset, offset + 1))
    }
  }

  /// The length of the scalar that starts at `index` with a byte beyond ASCII; 0 where it is no UTF-8 or not allowed.
  private static func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = unsafe bytes[index]
    let count = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard count > 0, index + count <= bytes.count else { return 0 }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for offset in 1..<count {
      let byte = unsafe bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return 0 }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isAllowed =
      switch value {
      case 0x85, 0xA0...0x7FF: count == 2
      case 0x800...0xD7FF, 0xE000...0xFFFD: count == 3
      case 0x10000...0x10FFFF: count == 4
      default: false
      }
    return isAllowed ? count : 0
  }

  // MARK: What comes of it

  /// The text without what would stop or slow libyaml.
  func readable(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    for range in forbidden {
      for offset in range.start..<range.end { text[offset] = UInt8(ascii: "_") }
    }
    return hasDirectives ? TagLines.limited(text) : text
  }

  /// A problem for each of the first stretches.
  func problems(in text: ArraySlice<UInt8>) -> [YAMLProblem] {
    forbidden.prefix(10).map { .forbidden(text[$0.start..<$0.end], at: $0) }
  }
}
