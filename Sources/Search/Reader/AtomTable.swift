/// What texts are made of: terms in each spelling that occurs, and the marks that stand between words.
struct AtomTable: Sendable {
  /// What stands between words where it is not what is expected there. These are the first atoms.
  private(set) var separators = WordList()
  /// The folded words.
  private(set) var terms = WordList()
  /// By atom behind the separators: its term.
  private var atomTerms: [UInt32] = []
  /// By atom behind the separators: its spelling; from `own` on a place in the file.
  private var spellings: [UInt32] = []
  /// By the number that stands for it in texts: the atom.
  private var numbered: [UInt32] = []
  /// How many atoms have a number of one byte, and how many first bytes announce numbers of two.
  private var (short, middle) = (0, 0)

  /// Spellings that need no more to be said of them: small letters, a capital in front, all capitals.
  private static let usual = 3

  // MARK: Reading

  /// Reads the separators and the terms.
  mutating func readWords(_ cursor: inout IndexCursor) {
    let separatorCount = cursor.count(ofAtLeast: 1)
    let termCount = cursor.count(ofAtLeast: 2)
    separators.read(separatorCount, &cursor)
    terms.read(termCount, &cursor)
  }

  /// Reads a number for each term: its lowest bits say which usual spellings it has, the others, how many of its own. These
  /// follow behind: by byte of the term whether it is a capital, seven bits a byte, the high bit where more follow; or a
  /// zero, and then as many bytes as the next one says.
  mutating func readSpellings(_ cursor: inout IndexCursor) {
    let flags = cursor.numbers(terms.count, below: .max)
    for term in 0..<flags.count {
      for spelling in 0..<Self.usual where flags[term] >> UInt32(spelling) & 1 != 0 { addAtom(term, spelling) }
      for _ in 0..<flags[term] >> UInt32(Self.usual) {
        if cursor.isAtEnd { return cursor.fail(.ends) }
        addAtom(term, Self.usual + cursor.position)
        var byte = cursor.byte()
        if byte == 0 {
          for _ in 0..<cursor.byte() { _ = cursor.byte() }
        }
        while byte >= 0x80 { byte = cursor.byte() }
      }
    }
  }

  private mutating func addAtom(_ term: Int, _ spelling: Int) {
    atomTerms.add(term)
    spellings.add(spelling)
  }

  /// Reads which atoms have short numbers. The rest are numbered behind them in their order.
  mutating func readCodes(_ cursor: inout IndexCursor) {
    short = cursor.byte()
    middle = cursor.byte()
    let long = cursor.byte()
    let count = separators.count + atomTerms.count
    var isTaken = [UInt8](repeating: 0, count: count)
    var left = short
    for _ in 0..<2 {
      var atom = -1
      for _ in 0..<left {
        atom += cursor.number(below: count) + 1
        if atom >= count || isTaken[atom] != 0 { return cursor.fail(.number) }
        isTaken[atom] = 1
        numbered.add(atom)
      }
      // Where there are numbers of three bytes, it has to be said which have two.
      left = long > 0 ? middle * 256 : 0
    }
    for atom in 0..<count where isTaken[atom] == 0 { numbered.add(atom) }
  }

  // MARK: Texts

  /// The next atom of a text; nothing at its end.
  @inline(never)
  func next(_ cursor: inout IndexCursor) -> Int? {
    var number = cursor.byte() - 1
    if number < 0 { return nil }
    if number >= short {
      number = short + (number - short) * 256 + cursor.byte()
      let middleEnd = short + middle * 256
      if number >= middleEnd { number = middleEnd + (number - middleEnd) * 256 + cursor.byte() }
    }
    if number < numbered.count { return Int(numbered[number]) }
    cursor.fail(.number)
    return nil
  }

  /// The term that an atom is a spelling of; nothing where it is a separator.
  func term(of atom: Int) -> Int? {
    atom < separators.count ? nil : Int(atomTerms[atom - separators.count])
  }

  /// How many atoms are spelled, each a term.
  var spelledCount: Int { atomTerms.count }

  /// The term of a spelling of its own with capitals; nothing for all others.
  func compound(_ spelled: Int, in file: [UInt8]) -> Int? {
    let place = Int(spellings[spelled]) - Self.usual
    return place >= 0 && file[place] != 0 ? Int(atomTerms[spelled]) : nil
  }

  /// An atom as it is spelled.
  @inline(never)
  func spelled(_ atom: Int, in file: [UInt8]) -> [UInt8] {
    guard let term = term(of: atom) else { return Array(separators[atom]) }
    var spelled = Array(terms[term])
    let spelling = Int(spellings[atom - separators.count])
    var place = spelling - Self.usual
    if place >= 0, file[place] == 0 {
      spelled.removeAll()
      spelled.add(file, place + 2..<place + 2 + Int(file[place + 1]))
      return spelled
    }
    var bits = spelling == 0 ? 0 : spelling == 1 ? 1 : 0xFF
    for index in 0..<spelled.count {
      if place >= 0, index % 7 == 0 {
        bits = Int(file[place])
        place = bits < 0x80 ? -1 : place + 1
      }
      if bits & 1 != 0, spelled[index].isSmall { spelled[index] &= 0xDF }
      if spelling != 2 { bits >>= 1 }
    }
    return spelled
  }
}
