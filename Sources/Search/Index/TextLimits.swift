/// How much of a page's texts goes into the names file. Of a very large site not all does: everybody who searches loads
/// that file.
struct TextLimits {
  /// How many bytes of a definition are kept.
  let definition: Int
  /// How many headings of a page are kept.
  let headings: Int

  /// From the full texts to the least that can be searched: titles, addresses and other names.
  static let all = [
    TextLimits(definition: 160, headings: .max), TextLimits(definition: 80, headings: .max),
    TextLimits(definition: 0, headings: 32), TextLimits(definition: 0, headings: 12),
    TextLimits(definition: 0, headings: 4), TextLimits(definition: 0, headings: 0),
  ]

  /// A file with so many bytes of texts has about a megabyte when it is compressed.
  static let mostBytes = 5_000_000

  /// The first that keep the texts of pages within bounds.
  static func fitting(_ documents: [SearchDocument]) -> TextLimits {
    all.first { limits in documents.reduce(0) { $0 + limits.size(of: $1) } <= mostBytes } ?? all[all.count - 1]
  }

  /// How many bytes of a page's texts are kept.
  private func size(of document: SearchDocument) -> Int {
    var size = document.title.utf8.count + document.path.utf8.count + min(definition, document.definition.utf8.count)
    for heading in document.headings.prefix(headings) { size += heading.text.utf8.count }
    return size
  }

  /// The beginning of a definition: it ends behind a word, and says where something was left out.
  func cut(_ text: String) -> String {
    guard text.utf8.count > definition else { return text }
    let start = text.utf8.prefix(definition)
    let end = start.lastIndex(of: UInt8(ascii: " ")) ?? start.lastIndex { $0 & 0xC0 != 0x80 } ?? start.endIndex
    return (String(start[..<end]) ?? "") + " …"
  }
}

extension TextLimits {
  /// The words of what the names file leaves out of a page, which its text has to be found by then; nothing where nothing
  /// is left out but the end of a definition.
  func rest(of document: SearchDocument) -> BodyWords? {
    var rest: [UInt8] = []
    if definition == 0 { rest += Array(document.definition.utf8) }
    for heading in document.headings.dropFirst(headings) { rest += [UInt8(ascii: "\n")] + Array(heading.text.utf8) }
    return rest.isEmpty ? nil : BodyWords(text: rest.span)
  }
}
