import Source

/// Reads the flags behind a keyword: words that begin with `--`, up to the first that does not, or `--` alone.
struct FlagReader {
  private let text: Bytes
  private var index: Int

  /// The flags, and what follows them.
  static func flags(in text: Bytes) -> (flags: [Flag], rest: Bytes) {
    var reader = FlagReader(text: text, index: text.startIndex)
    return reader.read()
  }

  private mutating func read() -> ([Flag], Bytes) {
    var flags: [Flag] = []
    while true {
      index = text[index...].firstIndex { !Space.endsFlag($0) } ?? text.endIndex
      guard text[index...].hasPrefix("--") else { return (flags, text[index...]) }
      guard let flag = word() else { return (flags, text[index...]) }
      flags.append(flag)
    }
  }

  /// Takes a word; nothing if it is `--`.
  private mutating func word() -> Flag? {
    let start = index
    var decoded: [UInt8] = []
    var equals: (raw: Int, decoded: Int)?
    var quote: UInt8?
    while index < text.endIndex {
      let byte = text[index]
      if quote == nil, Space.endsFlag(byte) { break }
      index += 1
      if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == quote {
        quote = nil
      } else if byte != UInt8(ascii: "\\") {
        if byte == UInt8(ascii: "="), equals == nil { equals = (index - 1, decoded.count) }
        decoded.append(byte)
      } else if index < text.endIndex {
        // The escape directive changes nothing here: the builder always takes a backslash.
        decoded.append(text[index])
        index += 1
      }
    }
    if decoded.count == 2 { return nil }
    return flag(SourceRange(start, index), decoded, equals)
  }

  private func flag(_ range: SourceRange, _ decoded: [UInt8], _ equals: (raw: Int, decoded: Int)?) -> Flag {
    let isPlain = decoded.count == range.count
    let nameEnd = equals?.raw ?? range.end
    let name = Word(
      SourceRange(range.start + 2, nameEnd),
      decoded: isPlain ? nil : Array(decoded[..<(equals?.decoded ?? decoded.count)].dropFirst(2)))
    let value = equals.map { equals in
      Word(
        SourceRange(equals.raw + 1, range.end), decoded: isPlain ? nil : Array(decoded[(equals.decoded + 1)...]))
    }
    return Flag(range: range, name: name, value: value)
  }
}
