/// The postings of all words while they are gathered: for each word a chain of pieces in one stretch of memory, which are
/// longer the more postings the word has.
struct PostingLists {
  /// Where the list of a word is.
  private struct List {
    /// Where its first piece begins.
    let first: UInt32
    /// The place of the next byte.
    var next: UInt32
    /// Where the link of the piece that is being written stands, and how long that piece is.
    var link: UInt32
    var size: UInt32
    /// One more than the page of the last posting.
    var pages: UInt32 = 0
    var count: UInt32 = 0
  }

  private var bytes: [UInt8] = []
  private var lists: [List] = []

  /// The first piece has so many bytes, each further one twice as many as the one before, up to a limit.
  private static let (shortest, longest): (UInt32, UInt32) = (8, 256)
  /// The last bytes of a piece say where the next one is.
  private static let linkSize: UInt32 = 4

  /// How many postings a word has.
  func count(of word: Int) -> Int { Int(lists[word].count) }

  /// Adds a posting. Pages come in order; a word's second posting on one page is left out.
  ///
  /// - Parameter word: One that has a posting, or the number behind these.
  mutating func append(_ word: Int, page: Int, impact: Int) {
    if word == lists.count {
      let start = addPiece(Self.shortest)
      lists.append(List(first: start, next: start, link: start + Self.shortest - Self.linkSize, size: Self.shortest))
    }
    var list = lists[word]
    let distance = page - Int(list.pages)
    guard distance >= 0 else { return }
    list.pages = UInt32(truncatingIfNeeded: page + 1)
    list.count += 1
    var rest = distance << 4 | impact
    while rest > 0x7F {
      write(UInt8(truncatingIfNeeded: rest) | 0x80, &list)
      rest >>= 7
    }
    write(UInt8(truncatingIfNeeded: rest), &list)
    lists[word] = list
  }

  /// Makes a piece of empty memory, and gives its place.
  private mutating func addPiece(_ size: UInt32) -> UInt32 {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    for _ in 0..<size { bytes.append(0) }
    return start
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8, _ list: inout List) {
    if list.next == list.link {
      list.size = min(list.size * 2, Self.longest)
      let start = addPiece(list.size)
      for index in 0..<Self.linkSize {
        bytes[Int(list.link + index)] = UInt8(truncatingIfNeeded: start >> (index * 8))
      }
      list.next = start
      list.link = start + list.size - Self.linkSize
    }
    bytes[Int(list.next)] = byte
    list.next += 1
  }

  /// Goes through the postings of a word: how far each page is from the one before, or from the first of all, less one.
  func forEach(of word: Int, _ body: (_ distance: Int, _ impact: Int) -> Void) {
    var (next, size) = (lists[word].first, Self.shortest)
    var link = next + size - Self.linkSize
    for _ in 0..<lists[word].count {
      var (number, shift) = (0, 0)
      while true {
        if next == link {
          next = 0
          for index in 0..<Self.linkSize { next |= UInt32(bytes[Int(link + index)]) << (index * 8) }
          size = min(size * 2, Self.longest)
          link = next + size - Self.linkSize
        }
        let byte = bytes[Int(next)]
        next += 1
        number |= Int(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      body(number >> 4, number & 15)
    }
  }
}
