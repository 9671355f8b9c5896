import Source

/// What keeps bytes from being the name of an image.
extension ImageReference {
  /// Checks what the text as a whole may not be.
  static func checkWhole(_ bytes: Bytes) throws(ValueFault) {
    if let scheme = bytes.firstRange(of: "://"), bytes[..<scheme.lowerBound].allSatisfy({ $0.isLetter }) {
      let name = bytes[scheme.upperBound...]
      let written = bytes[..<scheme.upperBound].quoted
      throw ValueFault(
        "Image name \(bytes.quoted) is an address; write it without \(written)", at: bytes,
        meaning: name.isEmpty ? nil : name.string)
    }
    let isID = bytes.count == 64 && bytes.allSatisfy { $0.isDigit || ($0 >= 0x61 && $0 <= 0x66) }
    if isID { throw ValueFault("Image name \(bytes.quoted) looks like an ID", at: bytes) }
  }

  /// Capitals may stand in a registry and in a tag.
  static func checkCase(_ repository: Bytes, in bytes: Bytes) throws(ValueFault) {
    guard repository.contains(where: { $0.isCapital }) else { return }
    let lowercase = repository.lowercased[...].string
    throw ValueFault(
      "Image name \(repository.quoted) has capitals, did you mean '\(lowercase)'?", at: repository, meaning: lowercase)
  }

  /// Names with dots between them, or an address in brackets; then a port.
  static func isRegistry(_ bytes: Bytes) -> Bool {
    var name = bytes
    if bytes.last != UInt8(ascii: "]"), let colon = bytes.lastIndex(of: UInt8(ascii: ":")) {
      guard bytes[(colon + 1)...].allSatisfy({ $0.isDigit }), colon + 1 < bytes.endIndex else { return false }
      name = bytes[..<colon]
    }
    if name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") {
      let address = name.dropFirst().dropLast()
      return !address.isEmpty
        && address.allSatisfy {
          $0.isDigit || $0 == UInt8(ascii: ":") || ($0.lowercased >= 0x61 && $0.lowercased <= 0x66)
        }
    }
    return name.parts(at: UInt8(ascii: ".")).allSatisfy { part in
      part.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        && part.first.map { $0 != UInt8(ascii: "-") } ?? false && part.last != UInt8(ascii: "-")
    }
  }

  /// Parts of lower-case letters and digits, with single `.`, up to two `_` or any number of `-` within.
  static func checkRepository(_ repository: Bytes, in bytes: Bytes) throws(ValueFault) {
    if let wrong = repository.firstIndex(where: { !isPart($0) && $0 != UInt8(ascii: "/") }) {
      let character = repository.character(at: wrong).quoted
      throw ValueFault("Image name \(bytes.quoted) contains \(character)", at: bytes)
    }
    for part in repository.parts(at: UInt8(ascii: "/")) {
      guard !part.isEmpty else {
        throw ValueFault(
          repository.isEmpty
            ? "Image name \(bytes.quoted) has no repository" : "Image name \(bytes.quoted) has an empty part", at: bytes
        )
      }
      guard areSeparatorsWithin(part) else {
        throw ValueFault("Image name \(bytes.quoted) has separators where letters or digits belong", at: bytes)
      }
    }
  }

  /// Up to 255 characters, with the `library/` of Docker Hub's own images.
  static func checkLength(_ repository: Bytes, isOfficial: Bool, in bytes: Bytes) throws(ValueFault) {
    let prefix = isOfficial ? "library/".utf8.count : 0
    guard prefix + repository.count <= 255 else {
      throw ValueFault("Image name \(bytes.quoted) is longer than 255 characters", at: bytes)
    }
  }

  /// Up to 128 letters, digits, `_`, `.` and `-`, of which the last two do not stand first.
  static func checkTag(_ tag: Bytes, in bytes: Bytes) throws(ValueFault) {
    guard let first = tag.first else {
      let name = bytes[..<(tag.startIndex - 1)]
      throw ValueFault("Tag of image \(bytes.quoted) is empty", at: bytes, meaning: name.string)
    }
    guard first.isNameByte else {
      throw ValueFault("Tag \(tag.quoted) begins with neither a letter nor a digit", at: tag)
    }
    if let wrong = tag.firstIndex(where: { !$0.isNameByte && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }) {
      throw ValueFault("Tag \(tag.quoted) contains \(tag.character(at: wrong).quoted)", at: tag)
    }
    guard tag.count <= 128 else { throw ValueFault("Tag \(tag.quoted) is longer than 128 characters", at: tag) }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isNameByte && !byte.isCapital || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func areSeparatorsWithin(_ part: Bytes) -> Bool {
    guard let first = part.first, let last = part.last, !isSeparator(first), !isSeparator(last) else { return false }
    var rest = part
    while let start = rest.firstIndex(where: isSeparator) {
      let run = rest[start...].prefix(while: isSeparator)
      guard run == "." || run == "_" || run == "__" || run.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
      rest = rest[run.endIndex...]
    }
    return true
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    !byte.isLetter && !byte.isDigit
  }
}
