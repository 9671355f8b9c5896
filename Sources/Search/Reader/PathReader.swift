/// The addresses of pages, one behind the other.
struct PathList: Sendable {
  private(set) var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]

  /// The address of a page, with the slash at its end; empty for the home page.
  subscript(_ page: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[page])..<Int(starts[page + 1])]
  }

  /// Adds an address, which is given without the slash at its end.
  mutating func append(_ path: [UInt8]) {
    bytes.append(contentsOf: path)
    if !path.isEmpty { bytes.append(UInt8(ascii: "/")) }
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}

/// Reads addresses: how many words one shares with the address before it, then what follows, as a text with `-` between
/// words. Runs of words that stand in the page's title are not spelled again.
struct PathReader {
  private let atoms: AtomTable
  private(set) var list = PathList()
  /// The address read last, and its words.
  private var path = SpelledText(joint: UInt8(ascii: "-"))
  private(set) var words: [UInt32] = []

  /// All addresses together have no more bytes than that, or 16 for each of the file: a few bytes may stand for a long
  /// address that many pages share.
  private static let mostBytes = 1 << 24

  init(_ atoms: AtomTable) {
    self.atoms = atoms
  }

  /// Reads the address of the next page.
  ///
  /// - Parameter title: The words of its title.
  mutating func read(_ cursor: inout IndexCursor, title: ArraySlice<UInt32>) throws(IndexFault) {
    let shared = try cursor.number(below: words.count + 1)
    path.truncate(toWords: shared)
    words.removeLast(words.count - shared)
    try readRest(&cursor, title)
    let room = max(Self.mostBytes, cursor.bytes.count * 16) - list.bytes.count
    guard path.bytes.count < room else { throw cursor.fault(.number) }
    list.append(path.bytes)
  }

  private mutating func readRest(_ cursor: inout IndexCursor, _ title: ArraySlice<UInt32>) throws(IndexFault) {
    while true {
      switch try atoms.next(&cursor) {
      case .end: return
      case .run:
        let run = try cursor.byte()
        let start = title.startIndex + Int(run >> 4)
        let end = start + Int(run & 15)
        guard end <= title.endIndex else { throw cursor.fault(.number) }
        for index in start..<end { append(title[index]) }
      case .atom(let atom):
        if let word = atoms.word(of: atom) {
          var spelled: [UInt8] = []
          atoms.write(atom, to: &spelled)
          path.append(word: spelled)
          words.append(UInt32(truncatingIfNeeded: word))
        } else {
          path.append(marks: atoms.separators[atom])
        }
      }
    }
  }

  /// Adds a word in small letters.
  private mutating func append(_ word: UInt32) {
    path.append(word: Array(atoms.words[Int(word)]))
    words.append(word)
  }
}
