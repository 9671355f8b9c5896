import Source

/// Finds the path that someone meant who wrote one that is not there.
struct PathIndex: Sendable {
  /// How many paths with the same last part are compared.
  private static let most = 64

  private let pathsByLastPart: [String: [String]]
  private let lastParts: Vocabulary

  init(_ paths: [String]) {
    pathsByLastPart = Dictionary(grouping: paths) { String(Self.lastPart(of: $0)) }
    lastParts = Vocabulary(pathsByLastPart.keys.sorted())
  }

  /// A path with the same last part, else with one that is misspelt by little; of several the one with most parts in
  /// common.
  func likeliest(_ path: String) -> String? {
    let last = String(Self.lastPart(of: path))
    guard !last.isEmpty,
      let near = pathsByLastPart[last] ?? lastParts.nearest(to: last).flatMap({ pathsByLastPart[$0] })
    else { return nil }
    guard near.count > 1 else { return near.first }
    let parts = Self.parts(of: path)
    return near.prefix(Self.most).max { Self.likeness($0, parts) < Self.likeness($1, parts) }
  }

  /// What follows the last slash, without an ending `.md`: what a mistyped path most likely still has right.
  private static func lastPart(of path: String) -> Substring {
    parts(of: path).last ?? ""
  }

  private static func parts(of path: String) -> [Substring] {
    var parts = path.split(separator: "/")
    guard let last = parts.popLast() else { return [] }
    let stem = last.hasSuffix(".md") ? last.dropLast(3) : last
    if stem != "index", stem != "_index" || parts.isEmpty { parts.append(stem) }
    return parts
  }

  /// How many parts the paths have in common at their ends, which count twice, and at their starts.
  private static func likeness(_ path: String, _ other: [Substring]) -> Int {
    let one = parts(of: path)
    let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    let start = zip(one, other).prefix { $0 == $1 }.count
    return end * 2 + start
  }
}
