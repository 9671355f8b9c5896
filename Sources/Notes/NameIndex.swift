import Source

/// Finds notes by what people call them: by title, by alias, by file name.
///
/// Names are compared without regard to case, and with blanks, hyphens and underscores alike.
struct NameIndex: Sendable {
  /// How a note came by a name; a title counts for more than an alias, an alias for more than a file's name.
  enum Claim: UInt8, Comparable, Sendable {
    case title, alias, fileName

    static func < (one: Claim, other: Claim) -> Bool { one.rawValue < other.rawValue }
  }

  private struct Entry: Sendable {
    let note: Int
    let claim: Claim
  }

  private var entries: [String: [Entry]] = [:]

  /// The notes that have a name, under all their names.
  init(_ notes: [Note]) {
    entries.reserveCapacity(notes.count * 2)
    for (index, note) in notes.enumerated() {
      insert(note.title, index, .title)
      for alias in note.frontMatter.aliases { insert(alias.text, index, .alias) }
      if !note.path.isIndex { insert(String(note.path.stem), index, .fileName) }
    }
  }

  /// Every name as it was written, for suggestions.
  static func vocabulary(_ topics: Topics) -> Vocabulary {
    Vocabulary(topics.flatMap { [$0.name] + $0.aliases })
  }

  private mutating func insert(_ name: String, _ note: Int, _ claim: Claim) {
    let key = Self.fold(name)
    guard !key.isEmpty, entries[key]?.last?.note != note else { return }
    entries[key, default: []].append(Entry(note: note, claim: claim))
  }

  /// The notes with the best claim to `name`: none, one, or several that are equally near to the note at `path`.
  /// A note of the same folder is nearer than one of the same top folder, that one nearer than the rest.
  func notes(named name: some StringProtocol, from path: ContentPath, in notes: [Note]) -> [Int] {
    guard let found = entries[Self.fold(name)] else { return [] }
    guard found.count > 1 else { return [found[0].note] }
    let ranked = found.map { ($0.note, Self.distance(notes[$0.note].path, from: path), $0.claim) }
    guard let best = ranked.map({ ($0.1, $0.2) }).min(by: { $0 < $1 }) else { return [] }
    return ranked.filter { ($0.1, $0.2) == best }.map(\.0)
  }

  private static func distance(_ path: ContentPath, from other: ContentPath) -> Int {
    if path.folder == other.folder { return 0 }
    return path.path.prefix { $0 != "/" } == other.path.prefix { $0 != "/" } ? 1 : 2
  }

  /// The name in the form in which names are compared.
  static func fold(_ name: some StringProtocol) -> String {
    let text = String(name)
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] >= 0x80 { return foldBytes(of: text.lowercased()) }
    return foldBytes(of: text)
  }

  /// Small letters for the ASCII ones, one blank for blanks, hyphens and underscores in a row, none at the ends.
  private static func foldBytes(of text: String) -> String {
    let bytes = text.utf8.span
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        if let last = folded.last, last != UInt8(ascii: " ") { folded.append(UInt8(ascii: " ")) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(bytes[index] | 0x20)
      default: folded.append(bytes[index])
      }
    }
    while folded.last == UInt8(ascii: " ") { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
