/// Text as a parser sees it: a stretch of UTF-8 bytes of a larger text.
///
/// Comparing `String`s needs the tables of Unicode; the words of a grammar are ASCII, and comparing bytes needs none.
public typealias Bytes = ArraySlice<UInt8>

extension Bytes {
  /// Whether the bytes are those of a literal.
  @inlinable
  public static func == (bytes: Bytes, literal: StaticString) -> Bool {
    bytes.count == literal.utf8CodeUnitCount && bytes.hasPrefix(literal)
  }

  /// Whether the bytes are not those of a literal.
  @inlinable
  public static func != (bytes: Bytes, literal: StaticString) -> Bool {
    !(bytes == literal)
  }

  /// Lets a `switch` over bytes name literals.
  @inlinable
  public static func ~= (literal: StaticString, bytes: Bytes) -> Bool {
    bytes == literal
  }

  /// Whether the bytes start with those of a literal.
  public func hasPrefix(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard count >= length else { return false }
    return unsafe withUnsafeBufferPointer { bytes in
      for index in 0..<length where unsafe bytes[index] != literal.utf8Start[index] { return false }
      return true
    }
  }

  /// Whether the bytes end with those of a literal.
  public func hasSuffix(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    return count >= length && suffix(length).hasPrefix(literal)
  }

  /// Whether the bytes are those of a literal in lower case, where the case of ASCII letters does not count.
  public func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
    let length = lowercase.utf8CodeUnitCount
    guard count == length else { return false }
    return unsafe withUnsafeBufferPointer { bytes in
      for index in 0..<length where unsafe bytes[index].lowercased != lowercase.utf8Start[index] { return false }
      return true
    }
  }

  /// Whether a literal stands anywhere in the bytes.
  public func contains(_ literal: StaticString) -> Bool {
    firstRange(of: literal) != nil
  }

  /// Where a literal stands first.
  public func firstRange(of literal: StaticString) -> Range<Int>? {
    let length = literal.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    let found = unsafe withUnsafeBufferPointer { bytes in
      let first = unsafe literal.utf8Start[0]
      var index = 0
      while index <= bytes.count - length {
        if unsafe bytes[index] == first {
          var matched = 1
          while matched < length, unsafe bytes[index + matched] == literal.utf8Start[matched] { matched += 1 }
          if matched == length { return index }
        }
        index += 1
      }
      return -1
    }
    return found < 0 ? nil : startIndex + found..<startIndex + found + length
  }

  /// The bytes without ASCII white space at either end.
  public var trimmed: Bytes {
    var bytes = self
    while let first = bytes.first, first.isSpace { bytes.removeFirst() }
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    return bytes
  }

  /// A copy with ASCII letters in lower case.
  public var lowercased: [UInt8] {
    map { $0.lowercased }
  }

  /// Where the bytes stand in the array that they are a slice of.
  public var range: SourceRange {
    SourceRange(startIndex, endIndex)
  }

  /// The bytes as text, for a message.
  public var string: String {
    String(decoding: self, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is a space, a tab, or one of the other ASCII characters that end words: line feed, vertical tab, form
  /// feed, carriage return.
  @inlinable public var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// Whether it is `0` to `9`.
  @inlinable public var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether it is an ASCII letter.
  @inlinable public var isLetter: Bool { lowercased >= 0x61 && lowercased <= 0x7A }

  /// Whether it may stand in the name of a variable: a letter, a digit or `_`.
  @inlinable public var isNameByte: Bool { isLetter || isDigit || self == 0x5F }

  /// An ASCII letter in lower case; any other byte as it is.
  @inlinable public var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// Whether it is an ASCII letter in upper case.
  @inlinable public var isCapital: Bool { self >= 0x41 && self <= 0x5A }
}

extension SourceText {
  /// The bytes of a stretch of this text; what lies outside is left out.
  public func bytes(_ range: SourceRange) -> Bytes {
    let end = min(range.end, bytes.count)
    return bytes[min(range.start, end)..<end]
  }
}
