/// Reads the texts of a names file and keeps where they are and which words they have.
struct TextReader {
  private let atoms: AtomTable
  /// By text: where its codes begin in the file.
  private(set) var starts: [UInt32] = []
  /// The words of each text.
  private(set) var words = Groups()

  init(_ atoms: AtomTable) {
    self.atoms = atoms
  }

  /// How many texts were read.
  var count: Int { starts.count }

  /// Reads the next text.
  mutating func read(_ cursor: inout IndexCursor) throws(IndexFault) {
    starts.append(UInt32(truncatingIfNeeded: cursor.position))
    while true {
      switch try atoms.next(&cursor) {
      case .end: return words.close()
      case .run: throw cursor.fault(.number)
      case .atom(let atom): if let word = atoms.word(of: atom) { words.append(word) }
      }
    }
  }

  /// Passes over a text that has no place among the others.
  func skip(_ cursor: inout IndexCursor) throws(IndexFault) {
    while case .atom = try atoms.next(&cursor) {}
  }

  /// Reads so many texts.
  mutating func read(_ count: Int, _ cursor: inout IndexCursor) throws(IndexFault) {
    for _ in 0..<count { try read(&cursor) }
  }

  /// Reads texts up to the end of the section.
  mutating func readAll(_ cursor: inout IndexCursor) throws(IndexFault) {
    while !cursor.isAtEnd { try read(&cursor) }
  }

  /// Reads the paths of pages, the texts of whose titles come first.
  mutating func readPaths(_ count: Int, _ cursor: inout IndexCursor) throws(IndexFault) -> PathList {
    var paths = PathReader(atoms)
    for page in 0..<count {
      starts.append(UInt32(truncatingIfNeeded: cursor.position))
      try paths.read(&cursor, title: words.values[words[page]])
      for word in paths.words { words.append(Int(word)) }
      words.close()
    }
    return paths.list
  }
}
