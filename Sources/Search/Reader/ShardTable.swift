/// The files of body words: which words each may have, and what it is called.
package struct ShardTable: Sendable {
  /// How the first word of each begins, but for the first file, which has all words before the second.
  private var starts = WordList()
  /// The fingerprints of the files, which are in their names.
  private var checksums: [UInt32] = []

  /// Reads the table.
  mutating func read(_ cursor: inout IndexCursor) {
    let count = cursor.count(ofAtLeast: 5)
    starts.read(max(count, 1) - 1, &cursor)
    for _ in 0..<count { checksums.append(cursor.fixed()) }
  }

  /// How many files there are.
  package var count: Int { checksums.count }

  /// The fingerprint of a file.
  func checksum(of shard: Int) -> UInt32 { checksums[shard] }

  /// The file that has a word, if any has it. There is at least one file.
  package func shard(of word: ArraySlice<UInt8>) -> Int {
    let next = starts.firstIndex(notBefore: word)
    return starts.index(of: word) == nil ? next : next + 1
  }

  /// The files that may have words that begin with `prefix`.
  package func range(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    return shard(of: prefix)..<starts.range(beginningWith: prefix).upperBound + 1
  }

  /// What a file is called.
  package func name(of shard: Int) -> [UInt8] {
    var name: [UInt8] = Array("words-".utf8)
    var shift: UInt32 = 32
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: checksums[shard] >> shift & 15)
      name.add(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
    for byte in ".bin".utf8 { name.add(byte) }
    return name
  }
}
