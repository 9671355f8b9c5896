/// A file of body words, opened: in which pages' texts each stands, and how much it weighs there.
package struct WordShard: Sendable {
  /// The folded words and code tokens, in order.
  package private(set) var words = WordList()
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
    var cursor = IndexCursor(bytes, at: 0, .shard)
    IndexFormat.check(&cursor, isOf: .words)
    if IndexFormat.checksum(bytes, from: 0) != checksum { cursor.fail(.checksum) }
    read(&cursor, pages)
    if let fault = cursor.fault { throw fault }
  }

  private mutating func read(_ cursor: inout IndexCursor, _ pages: Int) {
    let count = cursor.count(ofAtLeast: 3)
    words.read(count, &cursor)
    let counts = cursor.numbers(words.count, below: cursor.left)
    for count in counts {
      var page = -1
      for _ in 0...count {
        page += cursor.number(below: pages) + 1
        if page >= pages || cursor.fault != nil { return cursor.fail(.number) }
        postings.append(page)
      }
      postings.close()
    }
    // Two impacts a byte, the first one in the upper half.
    var pair = 0
    for place in 0..<postings.values.count {
      if place % 2 == 0 { pair = cursor.byte() }
      impacts.add(UInt8(truncatingIfNeeded: place % 2 == 0 ? pair >> 4 : pair & 15))
    }
    if !cursor.isAtEnd { cursor.fail(.surplus) }
  }
}
