internal import Source

/// The part of a file that a `Range` field asks for (RFC 9110 §14.2).
enum ByteRange: Equatable {
  /// All of it: the field is none that has to be understood, or asks for more than one part.
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// What `field` means for a file of `length` bytes.
  init(_ field: String, of length: Int) {
    let prefix = "bytes="
    let spec = field.utf8.dropFirst(prefix.utf8.count)
    guard field.lowercased().hasPrefix(prefix), let dash = spec.firstIndex(of: UInt8(ascii: "-")),
      let first = Self.number(spec[..<dash]), let last = Self.number(spec[spec.index(after: dash)...])
    else {
      self = .whole
      return
    }
    switch (first, last) {
    case (nil, nil): self = .whole
    case (nil, let count?):
      self = count == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - count)..<length)
    case (let start?, nil):
      self = start >= length ? .unsatisfiable : .part(start..<length)
    case (let start?, let end?):
      if end < start {
        self = .whole
      } else {
        self = start >= length ? .unsatisfiable : .part(start..<min(end, length - 1) + 1)
      }
    }
  }

  /// A number, the lack of one, or nil where it is neither; what is beyond all files counts as their end.
  private static func number(_ digits: Substring.UTF8View) -> Int?? {
    guard !digits.isEmpty else { return .some(nil) }
    guard digits.allSatisfy(\.isDigit) else { return nil }
    return .some(Int(Substring(digits)) ?? Int.max - 1)
  }
}
