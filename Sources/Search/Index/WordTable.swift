/// Gives words numbers in the order in which they are met: an open table over one stretch of memory.
struct WordTable {
  private(set) var bytes: [UInt8] = []
  /// Where each word starts; the last entry is where the last one ends.
  private var starts: [UInt32] = [0]
  /// The number of a word and one more, at the place that its hash says or behind it; zero where there is none.
  private var slots: [UInt32]

  /// A table with room for so many words; it grows when there are more.
  init(capacity: Int = 512) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// How many words there are.
  var count: Int { starts.count - 1 }

  /// The bytes of a word.
  subscript(_ word: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[word])..<Int(starts[word + 1])]
  }

  /// The number of the word that stands in `text`.
  mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(text[index])) &* 0x0100_0193 }
    var slot = Int(Self.spread(hash)) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot]) - 1
      if equals(word, text, range) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(truncatingIfNeeded: starts.count)
    for index in range { bytes.append(text[index]) }
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a word.
  mutating func number(of word: [UInt8]) -> Int {
    number(of: word.span, 0..<word.count)
  }

  @inline(__always)
  private func equals(_ word: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == range.count else { return false }
    let bytes = bytes.span
    for index in 0..<range.count where bytes[start + index] != text[range.lowerBound + index] { return false }
    return true
  }

  private static func spread(_ hash: UInt32) -> UInt32 {
    let mixed = (hash ^ hash >> 15) &* 0x2C1B_3C6D
    return mixed ^ mixed >> 13
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for word in 0..<count {
      var hash: UInt32 = 0x811C_9DC5
      for byte in self[word] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      var slot = Int(Self.spread(hash)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: word + 1)
    }
  }

  /// The numbers of the words in the order of their bytes.
  func sorted() -> [Int] {
    // Eight bytes in a number tell most words apart in one step.
    let keys = (0..<count).map { word in
      var key: UInt64 = 0
      for index in 0..<8 {
        let place = Int(starts[word]) + index
        key = key << 8 | (place < Int(starts[word + 1]) ? UInt64(bytes[place]) : 0)
      }
      return key
    }
    return (0..<count).sorted { one, other in
      keys[one] == keys[other] ? ByteOrder.precedes(self[one], self[other]) : keys[one] < keys[other]
    }
  }
}
