/// A line in columns: a byte is a column where all are ASCII, as nearly always, a character elsewhere.
struct LineColumns {
  private let bytes: [UInt8]
  /// The characters of a line that is not all ASCII.
  private let characters: [Character]?

  init(_ line: [UInt8]) {
    bytes = line
    let isASCII = line.allSatisfy { $0 < 0x80 }
    characters = isASCII ? nil : Array(String(decoding: line, as: UTF8.self))
  }

  /// The column, from 0, of the byte at an offset.
  func column(_ offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    return characters == nil ? offset : String(decoding: bytes[..<offset], as: UTF8.self).count
  }

  /// The text of at most `count` columns from `first` on, and how many they are.
  func text(from first: Int, count: Int) -> (text: String, count: Int) {
    if let characters {
      let shown = characters.dropFirst(first).prefix(count)
      return (String(shown), shown.count)
    }
    let shown = bytes.dropFirst(first).prefix(count)
    return (String(decoding: shown, as: UTF8.self), shown.count)
  }

  /// White space as wide as what stands between two columns: a tab for a tab.
  func indent(from first: Int, to last: Int) -> String {
    if let characters {
      return String(characters.prefix(last).dropFirst(first).map { $0 == "\t" ? "\t" : " " })
    }
    return String(decoding: bytes.prefix(last).dropFirst(first).map { $0 == 9 ? 9 : 0x20 }, as: UTF8.self)
  }
}
