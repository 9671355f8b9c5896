extension ByteWriter {
  /// Appends text for HTML, with `&`, `<`, `>` and `"` as character references: safe in content and in quoted
  /// attributes.
  public mutating func append(escaping text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      var done = 0
      while done < source.count {
        // Bit by bit, since each takes the room of the worst case.
        let count = min(source.count &- done, 4096)
        unsafe escape(from + done, count)
        done &+= count
      }
    }
  }

  /// Appends text for HTML, escaped.
  public mutating func append(escaping text: ArraySlice<UInt8>) {
    append(escaping: text.span)
  }

  /// Appends text for HTML, escaped.
  public mutating func append(escaping text: [UInt8]) {
    append(escaping: text.span)
  }

  /// Appends text for HTML, escaped.
  public mutating func append(escaping text: String) {
    append(escaping: text.utf8.span)
  }

  /// Copies sixteen bytes at a time and steps back to the first of them that needs a reference.
  private mutating func escape(_ source: UnsafePointer<UInt8>, _ count: Int) {
    // The longest reference has six bytes; sixteen more, since a block is stored before it is looked at.
    reserve(count &* 6 &+ 16)
    var target = unsafe start + length
    var index = 0
    while index &+ 16 <= count {
      let block = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD16<UInt8>.self)
      let clean = Self.cleanPrefix(block)
      unsafe target += clean
      index &+= clean
      guard clean < 16 else { continue }
      unsafe target = Self.write(source[index], to: target)
      index &+= 1
    }
    while index < count {
      unsafe target = Self.write(source[index], to: target)
      index &+= 1
    }
    length = unsafe target - start
  }

  /// How many bytes of `block` come before the first that must be escaped.
  @inline(__always)
  private static func cleanPrefix(_ block: SIMD16<UInt8>) -> Int {
    // Whole vectors of named type on both sides: anything less is compiled to a loop over the sixteen bytes.
    let ampersand = SIMD16<UInt8>(repeating: UInt8(ascii: "&"))
    let less = SIMD16<UInt8>(repeating: UInt8(ascii: "<"))
    let greater = SIMD16<UInt8>(repeating: UInt8(ascii: ">"))
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let found = (block .== ampersand) .| (block .== less) .| (block .== greater) .| (block .== quote)
    let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return halves[0].trailingZeroBitCount >> 3 }
    if halves[1] != 0 { return 8 &+ halves[1].trailingZeroBitCount >> 3 }
    return 16
  }

  /// Writes one byte, escaped where it must be, and gives the place after it.
  @inline(__always)
  private static func write(_ byte: UInt8, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    switch byte {
    case UInt8(ascii: "&"): return unsafe write("&amp;", to: target)
    case UInt8(ascii: "<"): return unsafe write("&lt;", to: target)
    case UInt8(ascii: ">"): return unsafe write("&gt;", to: target)
    case UInt8(ascii: "\""): return unsafe write("&quot;", to: target)
    default:
      unsafe target.pointee = byte
      return unsafe target + 1
    }
  }

  @inline(__always)
  private static func write(_ text: StaticString, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  {
    unsafe target.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return unsafe target + text.utf8CodeUnitCount
  }
}
