/// What texts are made of: words in each spelling that occurs, and the marks that stand between words.
struct AtomTable: Sendable {
  /// What stands between words where it is not what is expected there. These are the first atoms.
  let separators: WordList
  /// The words, ASCII letters in lower case.
  let words: WordList
  /// By atom behind the separators: its word.
  private var atomWords: [UInt32] = []
  /// By atom behind the separators: its spelling; from `firstMask` on a place in `bytes`.
  private var spellings: [UInt32] = []
  /// By the number that stands for it in texts: the atom.
  private var numbered: [UInt32] = []
  /// How many atoms have a number of one byte, and how many first bytes of two announce the next ones.
  private var (short, middle, long) = (0, 0, 0)
  /// The file, for the capitals of words that are spelled in their own way.
  let bytes: [UInt8]

  private static let (small, capitalized, capitals, firstMask): (UInt32, UInt32, UInt32, UInt32) = (0, 1, 2, 3)

  /// Reads the atoms of a names file.
  init(_ sections: NamesSections) throws(IndexFault) {
    var cursor = sections.cursor(.words)
    bytes = cursor.bytes
    let separatorCount = try cursor.count(ofAtLeast: 1)
    let wordCount = try cursor.count(ofAtLeast: 2)
    separators = try WordList(separatorCount, from: &cursor)
    words = try WordList(wordCount, from: &cursor)
    try cursor.finish()
    var spelling = sections.cursor(.spellings)
    try readSpellings(&spelling)
    var codes = sections.cursor(.codes)
    try readCodes(&codes)
  }

  /// How many atoms there are.
  private var count: Int { separators.count + atomWords.count }

  // MARK: Spellings

  /// Reads a number for each word: its lowest bits say whether it occurs in small letters, with a capital in front, and in
  /// capitals; the others, how many other spellings it has. These follow behind.
  private mutating func readSpellings(_ cursor: inout IndexCursor) throws(IndexFault) {
    var flags: [Int] = []
    for _ in 0..<words.count { flags.append(try cursor.number()) }
    for (word, flags) in flags.enumerated() {
      for spelling in Self.small...Self.capitals where flags >> Int(spelling) & 1 != 0 { append(word, spelling) }
      for _ in 0..<flags >> 3 {
        append(word, Self.firstMask + UInt32(truncatingIfNeeded: cursor.position))
        while try cursor.byte() >= 0x80 {}
      }
    }
    try cursor.finish()
  }

  private mutating func append(_ word: Int, _ spelling: UInt32) {
    atomWords.append(UInt32(truncatingIfNeeded: word))
    spellings.append(spelling)
  }

  /// Writes an atom as it is spelled.
  func write(_ atom: Int, to output: inout [UInt8]) {
    guard let word = word(of: atom) else { return output.append(contentsOf: separators[atom]) }
    let spelling = spellings[atom - separators.count]
    var mask = Int(spelling) - Int(Self.firstMask)
    var bit: UInt8 = 0
    for (index, byte) in words[word].enumerated() {
      let isCapital =
        switch spelling {
        case Self.small: false
        case Self.capitalized: index == 0
        case Self.capitals: true
        default: mask < bytes.count && bytes[mask] >> bit & 1 != 0
        }
      output.append(isCapital && byte.isSmall ? byte & 0xDF : byte)
      guard spelling >= Self.firstMask, mask < bytes.count else { continue }
      bit += 1
      if bit == 7 {
        bit = 0
        mask = bytes[mask] < 0x80 ? bytes.count : mask + 1
      }
    }
  }

  /// The word that an atom is a spelling of; nothing where it is a separator.
  func word(of atom: Int) -> Int? {
    atom < separators.count ? nil : Int(atomWords[atom - separators.count])
  }

  /// The atoms that are spelled in a way of their own: those that may be written together out of several words.
  var compounds: [Int] {
    var compounds: [Int] = []
    for (index, spelling) in spellings.enumerated() where spelling >= Self.firstMask {
      compounds.append(separators.count + index)
    }
    return compounds
  }

  // MARK: Numbers

  /// Reads which atoms have short numbers. The rest are numbered behind them in their order.
  private mutating func readCodes(_ cursor: inout IndexCursor) throws(IndexFault) {
    short = Int(try cursor.byte())
    middle = Int(try cursor.byte())
    long = Int(try cursor.byte())
    guard short + middle + long <= 254 else { throw cursor.fault(.number) }
    var isTaken = [Bool](repeating: false, count: count)
    try take(short, &isTaken, from: &cursor)
    if long > 0 { try take(middle * 256, &isTaken, from: &cursor) }
    for (atom, isTaken) in isTaken.enumerated() where !isTaken { numbered.append(UInt32(truncatingIfNeeded: atom)) }
    try cursor.finish()
  }

  /// Reads so many atoms, each as the distance to the one before it.
  private mutating func take(
    _ taken: Int, _ isTaken: inout [Bool], from cursor: inout IndexCursor
  ) throws(IndexFault) {
    var atom = -1
    for _ in 0..<taken {
      atom += try cursor.number(below: count) + 1
      guard atom < count, !isTaken[atom] else { throw cursor.fault(.number) }
      isTaken[atom] = true
      numbered.append(UInt32(truncatingIfNeeded: atom))
    }
  }

  /// What stands in a text.
  enum Code {
    case end
    /// A run of words of the page's title.
    case run
    case atom(Int)
  }

  /// The next code of a text.
  @inline(__always)
  func next(_ cursor: inout IndexCursor) throws(IndexFault) -> Code {
    let first = Int(try cursor.byte())
    if first < 2 { return first == 0 ? .end : .run }
    var number = first - 2
    if number >= short {
      number = short + (number - short) * 256 + Int(try cursor.byte())
      if number >= short + middle * 256 {
        number = short + middle * 256 + (number - short - middle * 256) * 256 + Int(try cursor.byte())
      }
    }
    guard number < numbered.count else { throw cursor.fault(.number) }
    return .atom(Int(numbered[number]))
  }
}
