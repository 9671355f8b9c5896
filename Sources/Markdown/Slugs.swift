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
  mutating func next(for text: String) -> String {
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
  static func slug(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return slug(unicode: text) }
    return unsafe String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
      var count = 0
      for byte in text.utf8 {
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        let isKept = byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        guard isKept || byte == UInt8(ascii: " ") else { continue }
        unsafe buffer[count] = isKept ? (isUpper ? byte | 0x20 : byte) : UInt8(ascii: "-")
        count += 1
      }
      return count
    }
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
