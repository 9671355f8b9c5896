import Source

/// What a link was given as its destination, taken apart.
struct Destination {
  /// The path, unescaped, without query and fragment.
  let path: String
  /// What follows the `#`, unescaped.
  let fragment: String?

  /// Takes apart a link's destination, or with `isName` a wikilink's, where `?` and `%` mean nothing.
  init(_ text: String, isName: Bool = false) {
    let marks = Marks(text, isName: isName)
    let bytes = text.utf8
    func part(_ start: Int, _ end: Int) -> Substring {
      text[bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)]
    }
    let beforeHash = part(0, marks.query ?? marks.hash ?? bytes.count)
    let afterHash = marks.hash.map { part($0 + 1, bytes.count) }
    if isName {
      path = Self.trim(beforeHash)
      fragment = afterHash.map(Self.trim)
    } else {
      path = marks.hasEscapes ? PercentEncoding.decode(beforeHash) : String(beforeHash)
      fragment = afterHash.map { marks.hasEscapes ? PercentEncoding.decode($0) : String($0) }
    }
  }

  /// Where query and fragment of a destination begin.
  private struct Marks {
    var query: Int?
    var hash: Int?
    var hasEscapes = false

    init(_ text: String, isName: Bool) {
      let bytes = text.utf8.span
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "#") where hash == nil: hash = index
        case UInt8(ascii: "?") where !isName && query == nil && hash == nil: query = index
        case UInt8(ascii: "%"): hasEscapes = true
        default: break
        }
      }
    }
  }

  private static func trim(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  /// `path` seen from `folder`, without `.` and `..`; nil where it climbs out of the content folder.
  static func join(_ folder: String, _ path: String) -> String? {
    if folder.isEmpty || folder.hasSuffix("/"), isPlain(path) {
      return path.hasPrefix("/") ? folder + path.dropFirst() : folder + path
    }
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/") + (path.hasSuffix("/") && !parts.isEmpty ? "/" : "")
  }

  /// Whether no part of a path is empty or starts with a dot: it can be appended as it is.
  private static func isPlain(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    let bytes = path.utf8.span
    for index in bytes.indices where index == 0 || bytes[index - 1] == slash {
      if bytes[index] == UInt8(ascii: ".") || (index > 0 && bytes[index] == slash) { return false }
    }
    return true
  }
}
