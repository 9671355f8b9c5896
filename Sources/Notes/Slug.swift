/// Turns the names of files and folders into the words of an address.
package enum Slug {
  /// One part of an address for a file's or folder's name: lower case, hyphens for blanks, without the characters that
  /// would have to be escaped in a file name or mean something in an address. Letters of every script stay.
  ///
  ///     Slug.part("My Note #2?")  // "my-note-2"
  package static func part(_ name: some StringProtocol) -> String {
    var slug = ""
    slug.reserveCapacity(name.utf8.count)
    for character in name.lowercased() {
      if character.isWhitespace {
        if !slug.hasSuffix("-") { slug.append("-") }
      } else if !Self.isDropped(character) {
        slug.append(character)
      }
    }
    while slug.hasSuffix("-") || slug.hasSuffix(".") { slug.removeLast() }
    while slug.hasPrefix("-") { slug.removeFirst() }
    return slug.isEmpty ? "page" : slug
  }

  /// Whether a path needs no change in any of its parts: the common case, recognised on bytes.
  package static func isPlain(_ path: String) -> Bool {
    let bytes = path.utf8.span
    var last = UInt8(ascii: "/")
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): break
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        if last == UInt8(ascii: "-") || last == UInt8(ascii: "/") { return false }
      case UInt8(ascii: "/"):
        if last == UInt8(ascii: "-") || last == UInt8(ascii: ".") || last == UInt8(ascii: "/") { return false }
      default: return false
      }
      last = bytes[index]
    }
    return last != UInt8(ascii: "-") && last != UInt8(ascii: ".")
  }

  private static func isDropped(_ character: Character) -> Bool {
    guard let ascii = character.asciiValue else { return false }
    switch ascii {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return false
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "~"): return false
    default: return true
    }
  }
}
