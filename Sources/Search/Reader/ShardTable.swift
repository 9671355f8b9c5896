/// The files of body words: which words each may have, and what it is called.
package struct ShardTable: Sendable {
  /// How the first word of each begins, but for the first file, which has all words before the second.
  private let starts: WordList
  /// The fingerprints of the files, which are in their names.
  private var checksums: [UInt32] = []

  /// Reads the table.
  init(_ cursor: IndexCursor) throws(IndexFault) {
    var cursor = cursor
    let count = try cursor.count(ofAtLeast: 5)
    starts = try WordList(max(count, 1) - 1, from: &cursor)
    for _ in 0..<count { checksums.append(try cursor.fixed()) }
    try cursor.finish()
  }

  /// How many files there are.
  package var count: Int { checksums.count }

  /// The fingerprint of a file.
  func checksum(of shard: Int) -> UInt32 { checksums[shard] }

  /// The files that may have words that begin with `prefix`: for a whole word one, for a few letters some.
  package func range(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    let within = starts.range(beginningWith: prefix)
    let isFirst = within.lowerBound < starts.count && starts[within.lowerBound].count == prefix.count && !within.isEmpty
    return (isFirst ? within.lowerBound + 1 : within.lowerBound)..<within.upperBound + 1
  }

  /// The file that has a word, if any has it.
  package func shard(of word: ArraySlice<UInt8>) -> Int? {
    let next = starts.firstIndex(notBefore: word)
    guard count > 0 else { return nil }
    let begins = next < starts.count && starts[next].count == word.count && starts.index(of: word) != nil
    return begins ? next + 1 : next
  }

  /// What a file is called.
  package func name(of shard: Int) -> [UInt8] {
    var name: [UInt8] = Array("words-".utf8)
    for digit in 0..<8 {
      let value = UInt8(truncatingIfNeeded: checksums[shard] >> UInt32(28 - digit * 4) & 15)
      name.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
    }
    name.append(contentsOf: ".bin".utf8)
    return name
  }
}
