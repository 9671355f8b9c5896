/// Words in the order of their bytes, one behind the other in one stretch of memory.
package struct WordList: Sendable {
  /// The bytes of all words.
  private(set) var bytes: [UInt8] = []
  /// Where each word starts; the last entry is where the last one ends.
  private var starts: [UInt32] = [0]

  /// How many words there are.
  package var count: Int { starts.count - 1 }

  /// The bytes of a word.
  package subscript(_ word: Int) -> ArraySlice<UInt8> {
    @inline(never) get { bytes[range(of: word)] }
  }

  /// Where the bytes of a word stand in ``bytes``.
  func range(of word: Int) -> Range<Int> {
    Int(starts[word])..<Int(starts[word + 1])
  }

  // MARK: Looking up

  /// The first word that is not before `word`; the number of words if all are.
  @inline(never)
  package func firstIndex(notBefore word: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if ByteOrder.precedes(self[middle], word) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of a word.
  @inline(never)
  package func index(of word: ArraySlice<UInt8>) -> Int? {
    let index = firstIndex(notBefore: word)
    return index < count && self[index].count == word.count && begins(index, with: word) ? index : nil
  }

  /// The words that begin with `prefix`.
  @inline(never)
  package func range(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    let start = firstIndex(notBefore: prefix)
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if begins(middle, with: prefix) { low = middle + 1 } else { high = middle }
    }
    return start..<low
  }

  private func begins(_ index: Int, with prefix: ArraySlice<UInt8>) -> Bool {
    ByteOrder.shared(self[index], prefix) == prefix.count
  }

  // MARK: Front coding

  /// Words that are alike at the front cost a byte for that: how many bytes a word shares with the one before it, at most
  /// 31, then its other bytes, all of them larger than that. So each word ends where the next one starts, and the last one
  /// at a zero. A word has at most 255 bytes.
  static let mostShared: UInt8 = 31
  static let longest = 255

  /// Reads so many words, which have to stand in ascending order.
  @inline(never)
  mutating func read(_ count: Int, _ cursor: inout IndexCursor) {
    for word in 0..<count {
      let start = bytes.count
      let last = word > 0 ? Int(starts[word - 1]) : 0
      let shared = cursor.byte()
      if shared > min(Int(Self.mostShared), start - last) { return cursor.fail(.number) }
      bytes.add(bytes, last..<last + shared)
      while cursor.next > Self.mostShared { bytes.add(UInt8(truncatingIfNeeded: cursor.byte())) }
      starts.add(bytes.count)
      if bytes.count - start > Self.longest { return cursor.fail(.number) }
      if word > 0, !ByteOrder.precedes(self[word - 1], self[word]) { return cursor.fail(.order) }
    }
    if cursor.byte() != 0 { cursor.fail(.surplus) }
  }
}
