import Markdown
import Source

/// A bullet that is nothing but names: `Taints, tolerance`.
struct NameList {
  /// The names, as the label of a stub; nil where the bullet is something else.
  let label: Label?

  init(_ reader: LabelReader) {
    label = Self.label(reader)
  }

  private static func label(_ reader: LabelReader) -> Label? {
    let bytes = reader.bytes
    var parts: [Range<Int>] = []
    var start = reader.whole.lowerBound
    for index in reader.whole where !reader.code[index] {
      let isSlash = bytes[index] == UInt8(ascii: "/") && index > 0 && bytes[index - 1].isSpace
      guard bytes[index] == UInt8(ascii: ",") || isSlash else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<reader.whole.upperBound)
    guard (2...8).contains(parts.count) else { return nil }
    let names = parts.map { LabelReader.bare(reader.string($0)) }
    for (part, name) in zip(parts, names) where name.isEmpty || !isName(reader, part) { return nil }
    guard let first = bytes[reader.whole].first, first.isCapital || reader.code[reader.whole.lowerBound] else {
      return nil
    }
    return Label(mark: .separator, range: reader.whole, rest: reader.whole.upperBound, names: names)
  }

  private static func isName(_ reader: LabelReader, _ part: Range<Int>) -> Bool {
    let words = reader.words(part)
    guard (1...3).contains(words.count), words.functionWords == 0, !words.contains(WordClasses.finiteVerbs) else {
      return false
    }
    guard words.count == 1 || !WordClasses.imperatives.contains(words.first) else { return false }
    return !reader.bytes[part].contains { ".!?:".utf8.contains($0) }
      && !WordClasses.remarks.contains(words.first) && !WordClasses.isDescriptive(words.first)
  }
}
