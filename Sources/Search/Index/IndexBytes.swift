/// A part of an index in the making.
struct IndexBytes {
  private(set) var bytes: [UInt8] = []

  /// Adds a byte.
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Adds bytes as they are.
  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Adds a number of any size: seven bits a byte, the lowest first.
  mutating func append(number: Int) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a number of four bytes, the lowest first.
  mutating func append(fixed: UInt32) {
    for shift in 0..<UInt32(4) { bytes.append(UInt8(truncatingIfNeeded: fixed >> (shift * 8))) }
  }

  /// Adds a word behind the one before it in order: what they share is told by a number.
  mutating func append(word: ArraySlice<UInt8>, after last: ArraySlice<UInt8>) {
    let shared = min(ByteOrder.shared(last, word), Int(WordList.mostShared))
    bytes.append(UInt8(truncatingIfNeeded: shared))
    bytes.append(contentsOf: word.dropFirst(shared))
  }

  /// Adds words that stand in order, and ends them.
  mutating func append(words: [ArraySlice<UInt8>]) {
    var last: ArraySlice<UInt8> = []
    for word in words {
      append(word: word, after: last)
      last = word
    }
    bytes.append(0)
  }
}
