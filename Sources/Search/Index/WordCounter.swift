import Source

/// Counts words: an open table over one stretch of memory.
struct WordCounter {
  /// A word and how often it was met.
  struct Entry {
    fileprivate let hash: UInt32
    fileprivate let start: UInt32
    fileprivate let length: UInt8
    fileprivate(set) var count: UInt16
  }

  /// The words that were met, one behind the other, in small letters.
  private(set) var bytes: [UInt8] = []
  /// The words, in the order in which they were met first.
  private(set) var entries: [Entry] = []
  /// The number of an entry and one more; zero where there is none.
  private var slots: [UInt32]

  /// The hash of no letters.
  static let emptyHash: UInt32 = 0x811C_9DC5

  /// The hash of a word with a further letter.
  @inline(__always)
  static func hash(_ hash: UInt32, _ letter: UInt8) -> UInt32 {
    (hash ^ UInt32(letter)) &* 0x0100_0193
  }

  /// A counter for a text of so many bytes.
  init(bytes: Int) {
    var size = 256
    while size < bytes / 8 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// Where the word of an entry stands in ``bytes``.
  func range(of entry: Entry) -> Range<Int> {
    Int(entry.start)..<Int(entry.start) + Int(entry.length)
  }

  /// Counts the word that stands in `text`, where its ASCII letters may be capitals.
  ///
  /// - Parameters:
  ///   - range: At most 255 bytes.
  ///   - hash: The hash of its letters in lower case.
  mutating func count(_ text: Span<UInt8>, _ range: Range<Int>, hash: UInt32) {
    var slot = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, equals(entries[number], text, range) {
        if entries[number].count < .max { entries[number].count += 1 }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(
      Entry(
        hash: hash, start: UInt32(truncatingIfNeeded: bytes.count), length: UInt8(truncatingIfNeeded: range.count),
        count: 1))
    slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    for index in range { bytes.append(text[index].lowercased) }
    if entries.count * 2 > slots.count { grow() }
  }

  /// Counts a folded word.
  mutating func count(folded: [UInt8]) {
    var hash = Self.emptyHash
    for byte in folded { hash = Self.hash(hash, byte) }
    count(folded.span, 0..<folded.count, hash: hash)
  }

  @inline(__always)
  private func equals(_ entry: Entry, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard Int(entry.length) == range.count else { return false }
    let start = Int(entry.start)
    for index in 0..<range.count where bytes[start + index] != text[range.lowerBound + index].lowercased {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash ^ entry.hash >> 15) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
