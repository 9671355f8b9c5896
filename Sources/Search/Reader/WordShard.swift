/// A file of body words, opened: in which pages' texts each stands, and how much it weighs there.
package struct WordShard: Sendable {
  /// The folded words and code tokens, in order.
  package let words: WordList
  /// The pages that have each word, in order. How many there are tells how rare it is.
  package private(set) var postings = Groups()
  /// By place of a posting: how much the word weighs in that page's text, from 0 to 15.
  package private(set) var impacts: [UInt8] = []

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - names: The names file that it belongs to.
  ///   - shard: Its number there.
  package init(_ bytes: [UInt8], of names: NamesFile, shard: Int) throws(IndexFault) {
    try self.init(bytes, pages: names.pageCount, checksum: names.shards.checksum(of: shard))
  }

  /// Opens a file whose postings are of the first `pages` pages; its fingerprint has to be `checksum`.
  package init(_ bytes: [UInt8], pages: Int, checksum: UInt32) throws(IndexFault) {
    try IndexFormat.check(bytes, isOf: .words, .shard)
    var cursor = IndexCursor(bytes, IndexFormat.markSize..<bytes.count, .shard)
    guard IndexFormat.checksum(bytes) == checksum else { throw cursor.fault(.checksum) }
    let count = try cursor.count(ofAtLeast: 3)
    words = try WordList(count, from: &cursor)
    let counts = try Self.counts(count, &cursor)
    for count in counts {
      var page = -1
      for _ in 0..<count {
        page += try cursor.number(below: pages) + 1
        guard page < pages else { throw cursor.fault(.number) }
        postings.append(page)
      }
      postings.close()
    }
    try readImpacts(&cursor)
    try cursor.finish()
  }

  /// In how many pages each word stands. Each is a byte at least further on.
  private static func counts(_ count: Int, _ cursor: inout IndexCursor) throws(IndexFault) -> [Int] {
    var counts: [Int] = []
    var sum = 0
    for _ in 0..<count {
      counts.append(try cursor.number() + 1)
      sum += counts[counts.count - 1]
      guard sum <= cursor.left else { throw cursor.fault(.number) }
    }
    return counts
  }

  /// Two impacts a byte, the first one in the upper half.
  private mutating func readImpacts(_ cursor: inout IndexCursor) throws(IndexFault) {
    let count = postings.values.count
    impacts.reserveCapacity(count)
    while impacts.count < count {
      let pair = try cursor.byte()
      impacts.append(pair >> 4)
      if impacts.count < count { impacts.append(pair & 15) }
    }
  }
}
