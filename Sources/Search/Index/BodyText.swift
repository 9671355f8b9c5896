import Source

/// The text of a page's HTML: without tags, with characters in the place of references to them.
///
/// Tags within a line leave nothing behind, so that a word of which a part is set off stays one; all others part words.
enum BodyText {
  /// Takes the text out of HTML.
  static func text(of html: Span<UInt8>) -> [UInt8] {
    // A reference has more bytes than its character, and a tag more than a line feed: what is left is never longer.
    unsafe [UInt8](unsafeUninitializedCapacity: html.count) { text, count in
      var index = 0
      while index < html.count {
        let byte = html[index]
        var next = index + 1
        if byte == UInt8(ascii: "<") {
          next = end(ofTag: html, at: index)
          if !isWithinLine(html, at: index) {
            unsafe text[count] = UInt8(ascii: "\n")
            count += 1
          }
        } else if byte == UInt8(ascii: "&"), let reference = reference(html, at: index) {
          next = reference.end
          for unit in reference.scalar.utf8 {
            unsafe text[count] = unit
            count += 1
          }
        } else {
          unsafe text[count] = byte
          count += 1
        }
        index = next
      }
    }
  }

  // MARK: Tags

  /// Behind the tag at `start`; behind all of a script or style.
  private static func end(ofTag html: Span<UInt8>, at start: Int) -> Int {
    var index = start + 1
    while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
    let name = name(ofTag: html, at: start)
    let isStart = start + 1 < html.count && html[start + 1] != UInt8(ascii: "/")
    guard isStart, name == script || name == style else { return min(index + 1, html.count) }
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), index + 1 < html.count, html[index + 1] == UInt8(ascii: "/"),
        self.name(ofTag: html, at: index) == name
      {
        return index
      }
      index += 1
    }
    return html.count
  }

  /// The name of the tag at `start` in one number, of a start tag and an end tag the same; zero for what has no short name.
  private static func name(ofTag html: Span<UInt8>, at start: Int) -> UInt64 {
    var index = start + 1
    if index < html.count, html[index] == UInt8(ascii: "/") { index += 1 }
    var name: UInt64 = 0
    while index < html.count, html[index].isLetter || html[index].isDigit {
      guard name >> 56 == 0 else { return 0 }
      name = name << 8 | UInt64(html[index].lowercased)
      index += 1
    }
    return name
  }

  private static func isWithinLine(_ html: Span<UInt8>, at start: Int) -> Bool {
    // Nearly all tags are those of coloured code.
    if start + 5 < html.count, html[start + 1] == UInt8(ascii: "s") || html[start + 2] == UInt8(ascii: "s") {
      let name = html[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
      if html[name + 1] == UInt8(ascii: "p"), html[name + 2] == UInt8(ascii: "a") { return true }
    }
    return withinLine.contains(name(ofTag: html, at: start))
  }

  private static func number(_ name: StaticString) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<name.utf8CodeUnitCount { number = number << 8 | UInt64(unsafe name.utf8Start[index]) }
    return number
  }

  private static let (script, style) = (number("script"), number("style"))
  /// The commonest first.
  private static let withinLine: [UInt64] =
    [
      "span", "code", "a", "strong", "em", "mark", "b", "i", "kbd", "samp", "var", "abbr", "small", "del", "ins", "s",
      "u", "q", "sub", "cite", "wbr", "dfn", "bdi", "bdo",
    ].map(number)

  // MARK: References

  /// The character that the reference at `start` stands for, and the place behind it.
  private static func reference(_ html: Span<UInt8>, at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    var index = start + 1
    while index < html.count, index - start < 12, html[index] != UInt8(ascii: ";") { index += 1 }
    guard index < html.count, html[index] == UInt8(ascii: ";") else { return nil }
    var name: [UInt8] = []
    for place in start + 1..<index { name.append(html[place]) }
    return scalar(name[...]).map { ($0, index + 1) }
  }

  private static func scalar(_ name: Bytes) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return " "
    default: break
    }
    guard name.first == UInt8(ascii: "#") else { return nil }
    let isHex = name.dropFirst().first?.lowercased == UInt8(ascii: "x")
    var value: UInt32 = 0
    for digit in name.dropFirst(isHex ? 2 : 1) {
      guard let digit = Character(Unicode.Scalar(digit)).hexDigitValue, digit < (isHex ? 16 : 10), value < 0x110000
      else {
        return nil
      }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}

extension Unicode.Scalar {
  /// The bytes of the character.
  fileprivate var utf8: UTF8.EncodedScalar {
    // A scalar is never half of a pair, so that there is always a form.
    UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
  }
}
