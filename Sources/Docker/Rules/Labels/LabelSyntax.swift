import Source

/// What the values of labels look like, by the specification of their kind.
enum LabelSyntax {
  /// RFC 3986: a scheme, a colon and something without white space.
  static func isURL(_ value: Bytes) -> Bool {
    guard let colon = value.firstIndex(of: UInt8(ascii: ":")), let first = value.first, first.isLetter else {
      return false
    }
    let scheme = value[..<colon]
    let rest = value[(colon + 1)...]
    return scheme.allSatisfy { $0.isLetter || $0.isDigit || $0.isOne(of: "+-.") } && !rest.isEmpty && rest != "//"
      && rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !$0.isOne(of: "<>\"{}|\\^`") }
  }

  /// RFC 3339: `2026-01-31T12:00:00.5+01:00`
  static func isTimestamp(_ value: Bytes) -> Bool {
    var reader = PatternReader(value)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), reader.take("Tt "), let hour = reader.number(2), reader.take(":"),
      let minute = reader.number(2), reader.take(":"), let second = reader.number(2)
    else { return false }
    if reader.take("."), reader.digits() == 0 { return false }
    guard (1...12).contains(month), day >= 1, day <= days(in: month, of: year) else { return false }
    guard hour < 24, minute < 60, second < 61 else { return false }
    if reader.take("Zz") { return reader.isAtEnd }
    guard reader.take("+-"), let hours = reader.number(2), reader.take(":"), let minutes = reader.number(2) else {
      return false
    }
    return hours < 24 && minutes < 60 && reader.isAtEnd
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The hash of a commit, or its beginning: seven hexadecimal digits or more, up to those of SHA-1 or SHA-256.
  static func isCommit(_ value: Bytes) -> Bool {
    let isLength = (7...40).contains(value.count) || value.count == 64
    return isLength
      && value.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0.lowercased) }
  }

  /// Semantic Versioning 2.0.0: `1.2.3-rc.1+build.5`
  static func isVersion(_ value: Bytes) -> Bool {
    let plus = value.firstIndex(of: UInt8(ascii: "+")) ?? value.endIndex
    let dash = value[..<plus].firstIndex(of: UInt8(ascii: "-")) ?? plus
    let numbers = value[..<dash].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ isNumber($0) }) else { return false }
    if dash < plus {
      guard identifiers(value[(dash + 1)..<plus], where: { !$0.allSatisfy { $0.isDigit } || isNumber($0) }) else {
        return false
      }
    }
    return plus == value.endIndex || identifiers(value[(plus + 1)...], where: { _ in true })
  }

  private static func isNumber(_ value: Bytes) -> Bool {
    !value.isEmpty && value.allSatisfy { $0.isDigit } && (value.count == 1 || value.first != UInt8(ascii: "0"))
  }

  private static func identifiers(_ value: Bytes, where isRight: (Bytes) -> Bool) -> Bool {
    value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") } && isRight(part)
    }
  }

  /// RFC 5322, without quotes and comments: a name, `@`, a domain.
  static func isAddress(_ value: Bytes) -> Bool {
    guard let sign = value.lastIndex(of: UInt8(ascii: "@")), sign > value.startIndex else { return false }
    let name = value[..<sign]
    let labels = value[(sign + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isName = name.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || $0.isOne(of: "!#$%&'*+-/=?^_`{|}~.") }
    return isName && name.first != UInt8(ascii: ".") && name.last != UInt8(ascii: ".")
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
          && label.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
      }
  }

  /// An expression of SPDX: identifiers, put together with `AND`, `OR`, `WITH` and parentheses. The names that are
  /// often written in place of an identifier are none.
  static func isLicense(_ value: Bytes) -> Bool {
    var (depth, wantsName) = (0, true)
    var rest = value.trimmed
    while let byte = rest.first {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        let opens = byte == UInt8(ascii: "(")
        guard opens == wantsName else { return false }
        depth += opens ? 1 : -1
        guard depth >= 0 else { return false }
        rest = rest.dropFirst().trimmed
        continue
      }
      let word = rest.prefix { !$0.isSpace && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
      guard wantsName ? isLicenseName(word) : word == "AND" || word == "OR" || word == "WITH" else { return false }
      wantsName.toggle()
      rest = rest[word.endIndex...].trimmed
    }
    return depth == 0 && !wantsName
  }

  private static func isLicenseName(_ word: Bytes) -> Bool {
    let name = word.last == UInt8(ascii: "+") ? word.dropLast() : word
    guard name.allSatisfy({ $0.isLetter || $0.isDigit || $0.isOne(of: "-.:") }), !name.isEmpty else { return false }
    switch name.lowercased[...] {
    case "and", "or", "with", "apache", "apache2", "apache-2", "apache2.0", "asl", "asl2", "asl2.0", "gpl", "gpl2",
      "gpl3", "gplv2", "gplv3", "gpl-2", "gpl-3", "lgpl", "lgplv2", "lgplv3", "lgpl-2", "lgpl-3", "agpl", "agplv3",
      "agpl-3", "bsd", "bsd2", "bsd3", "bsd-2", "bsd-3", "mpl", "mpl2", "mpl-2", "epl", "cc0", "cc-by", "expat",
      "public", "free", "commercial", "proprietary", "unknown":
      return false
    default: return true
    }
  }
}

/// Reads a text of fixed form.
private struct PatternReader {
  private var rest: Bytes

  init(_ text: Bytes) {
    rest = text
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes one of these bytes.
  mutating func take(_ bytes: StaticString) -> Bool {
    guard let byte = rest.first, byte.isOne(of: bytes) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes a number of so many digits.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0.isDigit }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Takes all digits that stand here, and counts them.
  mutating func digits() -> Int {
    let count = rest.prefix { $0.isDigit }.count
    rest = rest.dropFirst(count)
    return count
  }
}

extension UInt8 {
  /// Whether it is among the bytes of a literal.
  fileprivate func isOne(of bytes: StaticString) -> Bool {
    bytes.withUTF8Buffer { unsafe $0.contains(self) }
  }
}
