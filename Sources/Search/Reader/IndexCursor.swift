/// Reads a file of an index, section by section, and never behind the end of one.
///
/// It does not throw: from the first fault on it gives zeros, and the end of everything. A reader asks for ``fault`` once,
/// when it is done. (Errors that are handed on at each byte would make the module that a page loads twice as large.)
struct IndexCursor {
  /// The whole file.
  let bytes: [UInt8]
  /// The place of the next byte.
  private(set) var position: Int
  /// Where the section ends.
  private var end: Int
  /// What the section is.
  private var part: IndexFault.Part
  /// What is wrong with the file; nothing so far.
  private(set) var fault: IndexFault?

  /// A cursor at a place of a file, in a section that goes on up to another one; by default, to the end of the file.
  init(_ bytes: [UInt8], at position: Int, to end: Int = .max, _ part: IndexFault.Part) {
    self.bytes = bytes
    self.position = min(position, bytes.count)
    self.end = min(end, bytes.count)
    self.part = part
  }

  /// Whether the section is read.
  var isAtEnd: Bool { position >= end }

  /// How many bytes are left in the section.
  var left: Int { end - position }

  /// Ends this section and begins the next one, of so many bytes.
  @inline(never)
  mutating func enter(_ next: IndexFault.Part, size: Int) {
    if !isAtEnd { fail(.surplus) }
    guard fault == nil else { return }
    part = next
    // Where a number has 32 bits, a size beyond that is negative.
    guard size >= 0, size <= bytes.count - position else { return fail(.ends) }
    end = position + size
  }

  /// Notes a fault at the next byte, unless there was one before, and ends the reading.
  @inline(never)
  mutating func fail(_ kind: IndexFault.Kind) {
    if fault == nil { fault = IndexFault(kind: kind, part: part, offset: position) }
    end = position
  }

  /// The next byte.
  @inline(never)
  mutating func byte() -> Int {
    guard position < end else {
      fail(.ends)
      return 0
    }
    position += 1
    return Int(bytes[position - 1])
  }

  /// The next byte, which stays where it is; zero at the end.
  var next: UInt8 { position < end ? bytes[position] : 0 }

  /// The next number, which has to be smaller than `limit`: seven bits a byte, the lowest first, all bytes but the last with
  /// the high bit; at most 28 bits.
  @inline(never)
  mutating func number(below limit: Int = .max) -> Int {
    var (number, shift) = (0, 0)
    while shift < 28 {
      let byte = byte()
      number |= (byte & 0x7F) << shift
      if byte < 0x80 {
        if number < limit { return number }
        break
      }
      shift += 7
    }
    fail(.number)
    return 0
  }

  /// The next number, which counts things of at least `size` bytes each that are still to come in this section: a file
  /// cannot announce more than it has.
  mutating func count(ofAtLeast size: Int) -> Int {
    let count = number()
    if count <= left / size { return count }
    fail(.number)
    return 0
  }

  /// The next four bytes as a number, the lowest first.
  @inline(never)
  mutating func fixed() -> UInt32 {
    var number: UInt32 = 0
    for index in 0..<UInt32(4) { number |= UInt32(truncatingIfNeeded: byte()) << (index * 8) }
    return number
  }

  /// So many numbers, each below a limit.
  @inline(never)
  mutating func numbers(_ count: Int, below limit: Int) -> [UInt32] {
    var numbers: [UInt32] = []
    for _ in 0..<count { numbers.add(number(below: limit)) }
    return numbers
  }

  /// So many numbers below a limit in ascending order, each as its distance to the one before; equal ones are allowed.
  @inline(never)
  mutating func ascending(_ count: Int, below limit: Int) -> [UInt32] {
    var numbers: [UInt32] = []
    var number = 0
    for _ in 0..<count {
      number += self.number(below: limit)
      if number >= limit { fail(.number) }
      numbers.add(number)
    }
    return numbers
  }
}

extension [UInt32] {
  /// Appends a number. It is one function for the whole reader, as each appending in place is a hundred bytes of code.
  @inline(never)
  mutating func add(_ number: Int) {
    append(UInt32(truncatingIfNeeded: number))
  }
}

extension [UInt8] {
  /// Appends a byte; see `[UInt32].add`.
  @inline(never)
  mutating func add(_ byte: UInt8) {
    append(byte)
  }

  /// Appends a stretch of other bytes.
  @inline(never)
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    for index in range { add(bytes[index]) }
  }
}
