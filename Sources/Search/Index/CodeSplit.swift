/// How many atoms are written with one byte, two and three, and which.
struct CodeSplit {
  /// How many have one byte, and how many first bytes of two and of three there are: 255 in all, as a zero
  /// ends a text.
  private let (short, middle, long): (Int, Int, Int)
  /// How many atoms there are.
  private let atoms: Int
  /// By number: the atom's place in the order of all.
  private(set) var numbered: [Int] = []

  private static let codes = 255
  /// So many first bytes of two are enough for most: with more, too few are left for atoms of one byte.
  private static let mostMiddle = 160

  /// The split that gives the most atoms one byte.
  init(atoms: Int) {
    self.atoms = atoms
    let middle = max(0, (atoms - Self.codes + 254) / 255)
    if middle <= Self.mostMiddle {
      (short, self.middle, long) = (min(Self.codes - middle, atoms), middle, 0)
    } else {
      long = (atoms + 65535) / 65536
      (short, self.middle) = (Self.codes - Self.mostMiddle, Self.mostMiddle - long)
    }
  }

  /// Numbers the atoms, of which those that are used most come first in `ranked`.
  mutating func assign(_ ranked: [Int]) {
    let (first, second) = (ranked.prefix(short), long > 0 ? ranked.dropFirst(short).prefix(middle * 256) : [])
    numbered = first.sorted() + second.sorted() + ranked.dropFirst(first.count + second.count).sorted()
  }

  /// The bytes that stand for a number, and in the top byte how many.
  func code(_ number: Int) -> UInt32 {
    let first = number - short
    if first < 0 { return 1 << 24 | UInt32(truncatingIfNeeded: number + 1) }
    let second = first - middle * 256
    if second < 0 { return 2 << 24 | UInt32(truncatingIfNeeded: (short + 1) << 8 + first) }
    return 3 << 24 | UInt32(truncatingIfNeeded: (short + middle + 1) << 16 + second)
  }

  /// What a reader has to know: the split, and the atoms with short numbers, each by its distance to the one before it.
  var section: [UInt8] {
    var section = IndexBytes()
    for count in [short, middle, long] { section.append(UInt8(truncatingIfNeeded: count)) }
    append(numbered.prefix(short), to: &section)
    if long > 0 { append(numbered.dropFirst(short).prefix(middle * 256), to: &section) }
    return section.bytes
  }

  private func append(_ places: ArraySlice<Int>, to section: inout IndexBytes) {
    var last = -1
    for place in places {
      section.append(number: place - last - 1)
      last = place
    }
  }
}
