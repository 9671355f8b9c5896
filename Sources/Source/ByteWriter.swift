/// Output in the making: a growing run of UTF-8 bytes.
///
/// Everything Rutter writes (HTML, JSON, feeds) is appended here as bytes; a `String` per piece would cost several times
/// as much. One writer serves a worker for all its pages: ``removeAll()`` keeps the memory.
@safe
public struct ByteWriter: ~Copyable {
  // A buffer of our own, not an array: an array asks at every append whether it is shared.
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0

  /// How many bytes were written.
  @inlinable public var count: Int { length }

  /// An empty writer.
  public init(capacity: Int = 0) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe start.deallocate()
  }

  /// A copy of what was written.
  public var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: length))
  }

  /// Ends the writing and hands over the bytes, in an array without spare room.
  public consuming func finish() -> [UInt8] {
    bytes
  }

  /// Forgets what was written and keeps the memory for what comes next.
  public mutating func removeAll() {
    length = 0
  }

  /// Forgets everything from `count` on.
  public mutating func truncate(to count: Int) {
    length = min(max(count, 0), length)
  }

  /// The last byte written.
  @inlinable
  public var last: UInt8? {
    length == 0 ? nil : unsafe start[length &- 1]
  }

  /// Appends one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start[length] = byte
    length &+= 1
  }

  /// Appends a literal.
  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    let added = text.utf8CodeUnitCount
    reserve(added)
    unsafe (start + length).update(from: text.utf8Start, count: added)
    length &+= added
  }

  /// Appends a string as it is.
  @_disfavoredOverload  // A literal is a `StaticString` wherever it can be: that costs a copy and nothing else.
  public mutating func append(_ text: String) {
    append(text.utf8.span)
  }

  /// Appends bytes as they are.
  @inlinable
  public mutating func append(_ bytes: [UInt8]) {
    append(bytes.span)
  }

  /// Appends bytes as they are.
  @inlinable
  public mutating func append(_ bytes: ArraySlice<UInt8>) {
    append(bytes.span)
  }

  /// Appends bytes as they are.
  @inlinable
  public mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      reserve(source.count)
      unsafe (start + length).update(from: from, count: source.count)
      length &+= source.count
    }
  }

  /// Appends a whole number in decimal.
  public mutating func append(_ number: Int) {
    if number >= 0, number < 10 {
      append(UInt8(truncatingIfNeeded: number) &+ UInt8(ascii: "0"))
    } else {
      append(String(number))
    }
  }

  /// Ends the current line, where one was begun.
  @inlinable
  public mutating func startLine() {
    if length > 0, unsafe start[length &- 1] != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }

  /// Makes room for `added` more bytes.
  @inlinable @inline(__always)
  mutating func reserve(_ added: Int) {
    if capacity &- length < added { grow(by: added) }
  }

  @usableFromInline @inline(never)
  mutating func grow(by added: Int) {
    let larger = max(capacity * 2, length + added)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe copy.update(from: start, count: length)
    unsafe start.deallocate()
    unsafe start = copy
    capacity = larger
  }
}
