import Markdown
import Notes
import Source

// How a page begins: with what its topic is.
extension Site {
  /// How long a paragraph may be that is set as a lead.
  private static let longestLead = 420

  /// What a note's page says first, where its text does not; and whether its text begins with that.
  func lead(of note: Note, _ body: Body) -> (definition: String?, isDefinedByText: Bool) {
    guard !note.summary.isEmpty else { return (nil, false) }
    let paragraph = SentenceReader.firstParagraph(of: body.html)
    guard let written = note.frontMatter.summary else {
      return (nil, paragraph.map { $0.count <= Self.longestLead } ?? false)
    }
    guard let paragraph, SameWords.says(paragraph, Array(written.utf8)) else { return (written, false) }
    return (nil, paragraph.count <= Self.longestLead)
  }
}

/// Whether a text says what a shorter one says.
enum SameWords {
  /// How many of the shorter one's words must be in the other, in parts of a hundred.
  private static let enough = 70

  /// Whether most of the words of `short` stand in `text`.
  static func says(_ text: [UInt8], _ short: [UInt8]) -> Bool {
    let wanted = stems(short)
    guard !wanted.isEmpty else { return true }
    let found = wanted.intersection(stems(text))
    return found.count * 100 >= wanted.count * enough
  }

  /// The beginnings of words: where these are the same, the words mostly are, too. Little words say nothing.
  private static func stems(_ text: [UInt8]) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    for word in text.split(whereSeparator: { !($0 >= 0x80 || $0.isNameByte) }) where word.count > 2 {
      stems.insert(word.prefix(stemLength).reduce(0) { $0 << 8 | UInt64($1.lowercased) })
    }
    return stems.subtracting(little)
  }

  private static let stemLength = 5
  private static let little: Set<UInt64> = Set(
    ["the", "and", "for", "that", "with", "are", "its", "from", "into", "this", "they"].map { word in
      word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    })
}
