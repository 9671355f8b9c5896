import Source

/// Counts the words of one text: an open table of hashes.
///
/// Words are compared by 64 bits of hash alone. Two words of one page have the same ones once in millions of millions of
/// pages.
struct WordCounter {
  /// A word and how often it was met.
  struct Entry {
    /// Where it was met first: in the text, or behind that in ``others``.
    let start: UInt32
    let length: UInt16
    fileprivate(set) var count: UInt16
  }

  private struct Slot {
    var hash: UInt64 = 0
    /// The number of the entry and one more; zero where there is none.
    var entry: UInt32 = 0
  }

  /// The words, in the order in which they were met first.
  private(set) var entries: [Entry] = []
  /// Words that do not stand in the text as they are counted, one behind the other.
  private(set) var others: [UInt8] = []
  private var slots: [Slot]
  private let textSize: Int

  /// The hash of no letters.
  static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of a word with a further letter.
  @inline(__always)
  static func hash(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01b3
  }

  /// A counter for a text of so many bytes.
  init(textSize: Int) {
    self.textSize = textSize
    var size = 256
    while size < textSize / 8 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// Counts the word at a place of the text.
  ///
  /// - Parameter hash: The hash of its letters in lower case.
  @inline(__always)
  mutating func count(_ range: Range<Int>, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
    while slots[slot].entry != 0 {
      if slots[slot].hash == hash {
        let entry = Int(slots[slot].entry) - 1
        if entries[entry].count < .max { entries[entry].count += 1 }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    add(range, hash, slot)
  }

  @inline(never)
  private mutating func add(_ range: Range<Int>, _ hash: UInt64, _ slot: Int) {
    entries.append(
      Entry(
        start: UInt32(truncatingIfNeeded: range.lowerBound), length: UInt16(truncatingIfNeeded: range.count), count: 1))
    slots[slot] = Slot(hash: hash, entry: UInt32(truncatingIfNeeded: entries.count))
    if entries.count * 2 > slots.count { grow() }
  }

  /// Counts a word in another form than it has in the text.
  mutating func count(folded: [UInt8]) {
    var hash = Self.emptyHash
    for byte in folded { hash = Self.hash(hash, byte) }
    let (start, known) = (textSize + others.count, entries.count)
    count(start..<start + folded.count, hash: hash)
    if entries.count > known { others.append(contentsOf: folded) }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for entry in slots where entry.entry != 0 {
      var slot = Int(truncatingIfNeeded: entry.hash ^ entry.hash >> 29) & (larger.count - 1)
      while larger[slot].entry != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}
