import Source

/// What a link was given as its destination, taken apart.
struct Destination {
  /// The path, unescaped, without query and fragment.
  let path: String
  /// What follows the `#`, unescaped.
  let fragment: String?

  /// Takes apart a link's destination, or with `isName` a wikilink's, where `?` and `%` mean nothing.
  init(_ text: String, isName: Bool = false) {
    let bytes = text.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let beforeHash = text[..<(hash ?? text.endIndex)]
    let afterHash = hash.map { text[bytes.index(after: $0)...] }
    if isName {
      path = Self.trim(beforeHash)
      fragment = afterHash.map(Self.trim)
    } else {
      let query = beforeHash.utf8.firstIndex(of: UInt8(ascii: "?"))
      path = PercentEncoding.decode(beforeHash[..<(query ?? beforeHash.endIndex)])
      fragment = afterHash.map { PercentEncoding.decode($0) }
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
    var last: UInt8?
    for byte in path.utf8 {
      let isStart = last == slash || last == nil
      if isStart, byte == UInt8(ascii: ".") || (byte == slash && last != nil) { return false }
      last = byte
    }
    return true
  }

  /// How a file of the content folder is written in a note of `folder`: `../kubernetes/pod.md`.
  static func relative(_ path: String, from folder: Substring) -> String {
    let from = folder.split(separator: "/")
    let to = path.split(separator: "/")
    let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let climbs = repeatElement("..", count: from.count - shared)
    return (climbs + to[shared...].map(String.init)).joined(separator: "/")
  }
}
