import Source

/// The atoms of an index in their final order, and the numbers that stand for them in texts.
struct AtomDictionary {
  /// A spelling of a word.
  private struct Spelling {
    /// The word in the collector.
    let word: Int
    /// The term.
    let folded: [UInt8]
    /// How it is spelled: the three usual ways first.
    let way: Way
  }

  /// How a word is spelled.
  private enum Way {
    case small, capitalized, capitals
    /// By byte whether it is a capital: seven bits a byte, the high bit where more follow. Or, behind a zero and their
    /// number, the bytes as they are.
    case own([UInt8])

    var rank: Int {
      switch self {
      case .small: 0
      case .capitalized: 1
      case .capitals: 2
      case .own: 3
      }
    }
  }

  private let separators: [ArraySlice<UInt8>]
  private let spellings: [Spelling]
  /// The collector's atoms in their final order.
  private let order: [UInt32]
  private var split: CodeSplit
  /// By atom of the collector: the bytes that stand for it, and in the top byte how many.
  private var codes: [UInt32] = []

  /// Orders the atoms of a collector.
  ///
  /// - Parameter counts: By atom of the collector: how often it is used. What is never used is left out.
  init(_ collector: AtomCollector, counts: [UInt32]) {
    let separatorOrder = collector.separators.sorted().filter { counts[$0 * 2 + 1] > 0 }
    separators = separatorOrder.map { collector.separators[$0] }
    spellings = (0..<collector.words.count).filter { counts[$0 * 2] > 0 }
      .map { Self.spelling($0, collector.words[$0]) }.sorted(by: Self.precedes)
    order =
      separatorOrder.map { UInt32(truncatingIfNeeded: $0 * 2 + 1) }
      + spellings.map { UInt32(truncatingIfNeeded: $0.word * 2) }
    split = CodeSplit(atoms: order.count)
    number(counts)
  }

  // MARK: Spellings

  private static func spelling(_ word: Int, _ bytes: ArraySlice<UInt8>) -> Spelling {
    let folded = Fold.fold(Array(bytes))
    return Spelling(word: word, folded: folded, way: bytes == folded[...] ? .small : way(bytes, folded))
  }

  private static func way(_ bytes: ArraySlice<UInt8>, _ folded: [UInt8]) -> Way {
    guard bytes.map({ $0.lowercased }) == folded else {
      return .own([0, UInt8(truncatingIfNeeded: bytes.count)] + bytes)
    }
    var mask = [UInt8](repeating: 0, count: (bytes.count + 6) / 7)
    var (capitals, letters) = (0, 0)
    for (index, byte) in bytes.enumerated() where byte.isLetter {
      letters += 1
      guard byte.isCapital else { continue }
      capitals += 1
      mask[index / 7] |= 1 << UInt8(index % 7)
    }
    if capitals == 1, mask[0] & 1 != 0 { return .capitalized }
    if capitals == letters { return .capitals }
    while mask.last == 0 { mask.removeLast() }
    for index in mask.indices.dropLast() { mask[index] |= 0x80 }
    return .own(mask)
  }

  private static func precedes(_ one: Spelling, _ other: Spelling) -> Bool {
    if one.folded != other.folded { return ByteOrder.precedes(one.folded[...], other.folded[...]) }
    guard case .own(let mask) = one.way, case .own(let otherMask) = other.way else {
      return one.way.rank < other.way.rank
    }
    return ByteOrder.precedes(mask[...], otherMask[...])
  }

  /// The sections of words and of their spellings.
  var sections: (words: [UInt8], spellings: [UInt8]) {
    var folded: [ArraySlice<UInt8>] = []
    var (flags, own): ([Int], [UInt8]) = ([], [])
    for spelling in spellings {
      if folded.last != spelling.folded[...] {
        folded.append(spelling.folded[...])
        flags.append(0)
      }
      switch spelling.way {
      case .own(let bytes):
        flags[flags.count - 1] += 8
        own += bytes
      default: flags[flags.count - 1] |= 1 << spelling.way.rank
      }
    }
    var words = IndexBytes()
    words.append(number: separators.count)
    words.append(number: folded.count)
    words.append(words: separators)
    words.append(words: folded)
    var spelled = IndexBytes()
    for flags in flags { spelled.append(number: flags) }
    spelled.append(own)
    return (words.bytes, spelled.bytes)
  }

  // MARK: Numbers

  /// Gives the shortest numbers to the atoms that are used most.
  private mutating func number(_ counts: [UInt32]) {
    let ranked = order.indices.sorted {
      let (one, other) = (counts[Int(order[$0])], counts[Int(order[$1])])
      return one == other ? $0 < $1 : one > other
    }
    split.assign(ranked)
    codes = [UInt32](repeating: 0, count: counts.count)
    for (number, place) in split.numbered.enumerated() { codes[Int(order[place])] = split.code(number) }
  }

  /// The section that says which atoms have which numbers.
  var codesSection: [UInt8] { split.section }

  /// Writes the atoms of a text, without an end.
  func write(_ text: ArraySlice<UInt32>, to output: inout IndexBytes) {
    for atom in text {
      let code = codes[Int(atom)]
      for index in (0..<code >> 24).reversed() { output.append(UInt8(truncatingIfNeeded: code >> (index * 8))) }
    }
  }
}
