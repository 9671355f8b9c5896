/// What stands between the quotes of a JSON string.
package enum JSONString {
  /// The string that the bytes mean. What cannot be decoded becomes U+FFFD, as in Go.
  package static func decoded(_ text: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "\\"), index + 1 < text.endIndex {
        escape(text, &index, into: &result)
      } else if byte < 0x80 {
        result.append(byte)
        index += 1
      } else if let length = text.characterLength(at: index) {
        result += text[index..<index + length]
        index += length
      } else {
        append(0xFFFD, to: &result)
        index += 1
      }
    }
    return result
  }

  /// The code unit of `\uXXXX` at `index`.
  package static func unit(_ text: Bytes, at index: Int) -> UInt32? {
    guard index + 6 <= text.endIndex, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt32 = 0
    for digit in text[(index + 2)..<(index + 6)] {
      guard let value = hexadecimal(digit) else { return nil }
      unit = unit << 4 | value
    }
    return unit
  }

  private static func escape(_ text: Bytes, _ index: inout Int, into result: inout [UInt8]) {
    if let unit = unit(text, at: index) {
      index += 6
      if unit & 0xFC00 == 0xD800, let low = Self.unit(text, at: index), low & 0xFC00 == 0xDC00 {
        index += 6
        append(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, to: &result)
      } else {
        append(unit & 0xF800 == 0xD800 ? 0xFFFD : unit, to: &result)
      }
      return
    }
    let byte = text[index + 1]
    index += 2
    switch byte {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    default: result.append(byte)
    }
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { result.append(byte) }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt32? {
    if digit.isDigit { return UInt32(digit &- 0x30) }
    let letter = digit.lowercased
    return letter >= 0x61 && letter <= 0x66 ? UInt32(letter &- 0x57) : nil
  }
}

extension Bytes {
  /// How many bytes the character of several bytes takes that begins at `index`; nothing where none does.
  package func characterLength(at index: Int) -> Int? {
    let first = self[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= endIndex else { return nil }
    let second = self[index + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
      return nil
    default: return self[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
    }
  }
}
