/// Makes anchors as GitHub does: lower case, letters, digits, `_` and `-`, a hyphen for each space, and `-1`, `-2`, …
/// where an anchor is there already.
struct Slugs {
  /// The anchors given out, and the number that the next repeat of each gets.
  private var known: [String: Int] = [:]

  /// Room for the anchors of so many headings.
  init(count: Int = 0) {
    known.reserveCapacity(count)
  }

  /// What stands for a text that has no letter.
  private static let fallback = "section"

  /// Takes an anchor that was written by hand; false if it is taken already.
  mutating func take(_ id: String) -> Bool {
    known.updateValue(0, forKey: id) == nil
  }

  /// A new anchor for a text.
  mutating func next(for text: [UInt8]) -> String {
    let made = Self.slug(text)
    let slug = made.isEmpty ? Self.fallback : made
    guard let repeats = known.updateValue(0, forKey: slug) else { return slug }
    var count = repeats
    var numbered: String
    repeat {
      count += 1
      numbered = "\(slug)-\(count)"
    } while known[numbered] != nil
    known[slug] = count
    known[numbered] = 0
    return numbered
  }

  /// The anchor of a text, not yet made unique.
  static func slug(_ text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      guard byte < 0x80 else { return slug(unicode: String(decoding: text, as: UTF8.self)) }
      if byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
      } else if byte == UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func slug(unicode text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        scalars.append("-")
      } else if isKept(scalar) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" || scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
