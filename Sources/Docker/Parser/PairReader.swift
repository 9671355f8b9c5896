import Source

/// Takes the words of ENV, LABEL and ARG apart.
enum PairReader {
  /// `name=value`
  static func assignment(_ word: Bytes) -> Pair? {
    guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return Pair(
      name: Word(word[..<equals].range), value: Word(word[(equals + 1)...].range), form: .assigned, range: word.range)
  }

  /// `name value with blanks`; nothing where there is no value.
  static func legacy(_ content: Bytes) -> Pair? {
    let name = content.prefix { !Space.separatesWords($0) }
    guard name.endIndex < content.endIndex else { return nil }
    let value = content[name.endIndex...].drop { Space.separatesWords($0) }
    return Pair(name: Word(name.range), value: Word(value.range), form: .legacy, range: content.range)
  }

  /// `name=value` or `name`
  static func argument(_ word: Bytes) -> Pair {
    assignment(word) ?? Pair(name: Word(word.range), value: nil, form: .bare, range: word.range)
  }
}
