/// Texts in atoms, and the atoms that were met in them, before these have their final numbers.
struct AtomCollector {
  /// A text: its atoms, each the number of a word in ``words`` twice, or of marks in ``separators`` twice and one.
  typealias Text = ArraySlice<UInt32>

  /// Words as they are spelled.
  private(set) var words = WordTable()
  /// What stands between words where it is not what is expected there.
  private(set) var separators = WordTable()

  /// A piece of a word or of marks is not longer: the rest is a further atom.
  private static let longest = 200

  /// Takes a text apart.
  ///
  /// - Parameter joint: What is expected between two words of letters; nothing is before and behind characters of scripts
  ///   without blanks.
  mutating func atoms(of text: Span<UInt8>, joint: UInt8 = UInt8(ascii: " ")) -> [UInt32] {
    var atoms: [UInt32] = []
    var marks: [UInt8] = []
    var last: Letter?
    var scanner = AtomScanner(text)
    while let atom = scanner.next(in: text) {
      if atom.isSpaced, last != nil || !marks.isEmpty { marks.append(UInt8(ascii: " ")) }
      guard atom.letter != .mark, !Apostrophe.ends(atom.range, in: text) else {
        for index in atom.range { marks.append(text[index]) }
        continue
      }
      let isJoined = last == .letter && atom.letter == .letter
      if !isJoined || marks != [joint] { append(marks: marks, to: &atoms) }
      marks.removeAll(keepingCapacity: true)
      append(word: text, atom.range, to: &atoms)
      last = atom.letter
    }
    append(marks: marks, to: &atoms)
    return atoms
  }

  /// Takes a text apart.
  mutating func atoms(of text: String, joint: UInt8 = UInt8(ascii: " ")) -> [UInt32] {
    atoms(of: text.utf8.span, joint: joint)
  }

  private mutating func append(word text: Span<UInt8>, _ range: Range<Int>, to atoms: inout [UInt32]) {
    var start = range.lowerBound
    while start < range.upperBound {
      if start > range.lowerBound { append(separator: [], to: &atoms) }
      let end = min(start + Self.longest, range.upperBound)
      atoms.append(UInt32(truncatingIfNeeded: words.number(of: text, start..<end) * 2))
      start = end
    }
  }

  private mutating func append(marks: [UInt8], to atoms: inout [UInt32]) {
    var rest = marks[...]
    while !rest.isEmpty {
      append(separator: Array(rest.prefix(Self.longest)), to: &atoms)
      rest = rest.dropFirst(Self.longest)
    }
  }

  private mutating func append(separator: [UInt8], to atoms: inout [UInt32]) {
    atoms.append(UInt32(truncatingIfNeeded: separators.number(of: separator) * 2 + 1))
  }

  /// By atom: how often texts have it.
  func counts(_ fields: [Groups]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 2 * max(words.count, separators.count) + 2)
    for field in fields {
      for atom in field.values { counts[Int(atom)] += 1 }
    }
    return counts
  }

  /// A text as a reader will put it together again.
  func spelled(_ atoms: [UInt32]) -> SpelledText {
    var spelled = SpelledText()
    for atom in atoms {
      let number = Int(atom / 2)
      let isWord = atom % 2 == 0
      spelled.append(Array(isWord ? words[number] : separators[number]), isWord: isWord)
    }
    return spelled
  }
}
