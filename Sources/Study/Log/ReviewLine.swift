import Source

/// Reads a line of a log: one object of JSON whose members are texts and whole numbers. Members that it does not know are
/// passed over, if they are such too.
struct ReviewLine {
  private let bytes: Bytes
  private var index: Int

  /// The latest time that is believed: the year 9999.
  private static let latest = 253_402_300_799_999

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The review that a line tells of; nothing where it tells of none.
  static func review(_ line: Bytes) -> Review? {
    var reader = ReviewLine(line)
    return reader.read()
  }

  private mutating func read() -> Review? {
    var (card, echo) = ("", "")
    var time: Int?
    var grade: Grade?
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let name = text(), take(UInt8(ascii: ":")) else { return nil }
      switch name {
      case "card":
        guard let value = text() else { return nil }
        card = value
      case "echo":
        guard let value = text() else { return nil }
        echo = value
      case "time":
        guard let value = number() else { return nil }
        time = value
      case "grade":
        guard let value = number(), let known = Grade(rawValue: value) else { return nil }
        grade = known
      default:
        guard text() != nil || number() != nil else { return nil }
      }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")), bytes[index...].allSatisfy(\.isSpace) else { return nil }
    guard !card.isEmpty, let time, let grade, (0...Self.latest).contains(time) else { return nil }
    return Review(card: card, time: time, grade: grade, echo: echo)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func text() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { return nil }
      index = min(index + (bytes[index] == UInt8(ascii: "\\") ? 2 : 1), bytes.endIndex)
    }
    guard index < bytes.endIndex else { return nil }
    defer { index += 1 }
    return String(decoding: JSONString.decoded(bytes[start..<index]), as: UTF8.self)
  }

  private mutating func number() -> Int? {
    skipSpace()
    let digits = bytes[index...].prefix { $0.isDigit || $0 == UInt8(ascii: "-") }
    index = digits.endIndex
    return Int(digits.string)
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
  }
}
