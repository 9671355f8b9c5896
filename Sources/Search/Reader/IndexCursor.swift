/// Reads a section of an index, byte by byte, and stops at its end.
struct IndexCursor {
  /// The whole file.
  let bytes: [UInt8]
  /// The place of the next byte.
  private(set) var position: Int
  /// Where the section ends.
  let end: Int
  /// What the section is, for a fault.
  let part: IndexFault.Part

  /// A cursor at the beginning of a stretch of the file.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ part: IndexFault.Part) {
    self.bytes = bytes
    self.part = part
    position = min(range.lowerBound, bytes.count)
    end = min(range.upperBound, bytes.count)
  }

  /// Whether all is read.
  var isAtEnd: Bool { position >= end }

  /// How many bytes are left.
  var left: Int { end - position }

  /// A fault at the next byte.
  func fault(_ kind: IndexFault.Kind) -> IndexFault {
    IndexFault(kind: kind, part: part, offset: position)
  }

  /// The next byte, which stays where it is.
  func peek() throws(IndexFault) -> UInt8 {
    guard position < end else { throw fault(.ends) }
    return bytes[position]
  }

  /// The next byte.
  mutating func byte() throws(IndexFault) -> UInt8 {
    let byte = try peek()
    position += 1
    return byte
  }

  /// The next number: seven bits a byte, the lowest first, all bytes but the last with the high bit; at most 28 bits.
  mutating func number() throws(IndexFault) -> Int {
    var number = 0
    var shift = 0
    while shift < 28 {
      let byte = try byte()
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw fault(.number)
  }

  /// The next number, which has to be smaller than `limit`.
  mutating func number(below limit: Int) throws(IndexFault) -> Int {
    let number = try number()
    guard number < limit else { throw fault(.number) }
    return number
  }

  /// The next number, which counts things of at least `size` bytes each that are still to come in this section: a file
  /// cannot announce more than it has.
  mutating func count(ofAtLeast size: Int) throws(IndexFault) -> Int {
    let count = try number()
    guard count <= left / size else { throw fault(.number) }
    return count
  }

  /// The next four bytes as a number, the lowest first.
  mutating func fixed() throws(IndexFault) -> UInt32 {
    guard left >= 4 else { throw fault(.ends) }
    var number: UInt32 = 0
    for index in 0..<4 { number |= UInt32(bytes[position + index]) << UInt32(index * 8) }
    position += 4
    return number
  }

  /// Passes over bytes.
  mutating func skip(_ count: Int) throws(IndexFault) {
    guard count <= left else { throw fault(.ends) }
    position += count
  }

  /// Makes sure that nothing is left.
  func finish() throws(IndexFault) {
    guard isAtEnd else { throw fault(.surplus) }
  }
}
