import Source

/// What a link was given as its destination, taken apart.
struct Destination {
  /// The path, unescaped, without query and fragment.
  let path: String
  /// What follows the `#`, unescaped.
  let fragment: String?

  /// Takes apart a link's destination, or with `isName` a wikilink's, where `?` and `%` mean nothing.
  init(_ text: String, isName: Bool = false) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let beforeFragment = parts.first ?? ""
    if isName {
      path = Self.trim(beforeFragment)
      fragment = parts.count > 1 ? Self.trim(parts[1]) : nil
    } else {
      let query = beforeFragment.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      path = PercentEncoding.decode(query.first ?? "")
      fragment = parts.count > 1 ? PercentEncoding.decode(parts[1]) : nil
    }
  }

  private static func trim(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  /// `path` seen from `folder`, without `.` and `..`; nil where it climbs out of the content folder.
  static func join(_ folder: String, _ path: String) -> String? {
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

  /// How a file of the content folder is written in a note of `folder`: `../kubernetes/pod.md`.
  static func relative(_ path: String, from folder: Substring) -> String {
    let from = folder.split(separator: "/")
    let to = path.split(separator: "/")
    let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let climbs = repeatElement("..", count: from.count - shared)
    return (climbs + to[shared...].map(String.init)).joined(separator: "/")
  }
}
