/// Words in the order of their bytes, one behind the other in one stretch of memory.
package struct WordList: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each word starts; the last entry is where the last one ends.
  private(set) var starts: [UInt32] = [0]

  /// No words.
  init() {}

  /// How many words there are.
  package var count: Int { starts.count - 1 }

  /// The bytes of a word.
  package subscript(_ word: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[word])..<Int(starts[word + 1])]
  }

  /// Adds a word behind the others.
  mutating func append(_ word: ArraySlice<UInt8>) {
    bytes.append(contentsOf: word)
    close()
  }

  /// Ends the word whose bytes were appended last.
  private mutating func close() {
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}

// MARK: Looking up

extension WordList {
  /// The first word that is not before `word`; the number of words if all are.
  package func firstIndex(notBefore word: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(middle, word) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of a word.
  package func index(of word: ArraySlice<UInt8>) -> Int? {
    let index = firstIndex(notBefore: word)
    return index < count && equals(index, word) ? index : nil
  }

  /// The words that begin with `prefix`.
  package func range(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    let start = firstIndex(notBefore: prefix)
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if begins(middle, with: prefix) { low = middle + 1 } else { high = middle }
    }
    return start..<low
  }

  private func precedes(_ index: Int, _ word: ArraySlice<UInt8>) -> Bool {
    ByteOrder.precedes(self[index], word)
  }

  private func equals(_ index: Int, _ word: ArraySlice<UInt8>) -> Bool {
    self[index].count == word.count && begins(index, with: word)
  }

  private func begins(_ index: Int, with prefix: ArraySlice<UInt8>) -> Bool {
    ByteOrder.shared(self[index], prefix) == prefix.count
  }
}

// MARK: Front coding

extension WordList {
  /// Words that are alike at the front cost a byte for that: how many bytes a word shares with the one before it, at most
  /// 31, then its other bytes, all of them larger than that. So each word ends where the next one starts, and the last one
  /// at a zero. A word has at most 255 bytes.
  static let mostShared: UInt8 = 31
  static let longest = 255

  /// Reads so many words, which have to stand in ascending order.
  init(_ count: Int, from cursor: inout IndexCursor) throws(IndexFault) {
    starts.reserveCapacity(count + 1)
    for word in 0..<count {
      try append(from: &cursor)
      guard word == 0 || precedes(word - 1, self[word]) else { throw cursor.fault(.order) }
    }
    guard try cursor.byte() == 0 else { throw cursor.fault(.surplus) }
  }

  private mutating func append(from cursor: inout IndexCursor) throws(IndexFault) {
    let shared = Int(try cursor.byte())
    let start = starts.count > 1 ? Int(starts[starts.count - 2]) : 0
    guard shared <= min(Int(Self.mostShared), bytes.count - start) else { throw cursor.fault(.number) }
    for index in 0..<shared { bytes.append(bytes[start + index]) }
    while !cursor.isAtEnd {
      let byte = try cursor.peek()
      guard byte > Self.mostShared else { break }
      bytes.append(byte)
      try cursor.skip(1)
    }
    close()
    guard self[count - 1].count <= Self.longest else { throw cursor.fault(.number) }
  }
}
