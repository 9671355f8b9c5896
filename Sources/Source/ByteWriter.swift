/// Output in the making: a growing run of UTF-8 bytes.
///
/// Everything Rutter writes (HTML, JSON, feeds) is appended here as bytes; a `String` per piece would cost several times
/// as much. One writer serves a worker for all its pages: ``removeAll()`` keeps the memory.
public struct ByteWriter: ~Copyable {
  private var storage: [UInt8] = []

  /// An empty writer.
  public init(capacity: Int = 0) {
    storage.reserveCapacity(capacity)
  }

  /// How many bytes were written.
  public var count: Int { storage.count }

  /// What was written.
  public var bytes: [UInt8] { storage }

  /// Ends the writing and hands over the bytes without a copy.
  public consuming func finish() -> [UInt8] {
    storage
  }

  /// Forgets what was written and keeps the memory for what comes next.
  public mutating func removeAll() {
    storage.removeAll(keepingCapacity: true)
  }

  /// Forgets everything from `count` on.
  public mutating func truncate(to count: Int) {
    storage.removeSubrange(min(count, storage.count)...)
  }

  /// Appends one byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    storage.append(byte)
  }

  /// Appends a literal.
  @inline(__always)
  public mutating func append(_ text: StaticString) {
    unsafe storage.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a string as it is.
  public mutating func append(_ text: String) {
    storage.append(contentsOf: text.utf8)
  }

  /// Appends bytes as they are.
  public mutating func append(_ bytes: [UInt8]) {
    storage.append(contentsOf: bytes)
  }

  /// Appends bytes as they are.
  public mutating func append(_ bytes: ArraySlice<UInt8>) {
    storage.append(contentsOf: bytes)
  }

  /// Appends a whole number in decimal.
  public mutating func append(_ number: Int) {
    if number >= 0, number < 10 {
      storage.append(UInt8(truncatingIfNeeded: number) + UInt8(ascii: "0"))
    } else {
      append(String(number))
    }
  }
}
