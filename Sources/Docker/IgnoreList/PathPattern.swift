public import Source

/// A pattern of a `.dockerignore`: `*` and `?` stand for anything within a name, `**` for any folders, `[a-z]` for one of
/// some bytes.
public struct PathPattern: Sendable {
  private enum Atom: Sendable {
    case byte(UInt8)
    /// `?`
    case one
    /// `*`
    case many
    /// `**` at the end.
    case all
    /// `**/`, of which the next atom is a part: anything up to a slash, or nothing.
    case folders
    case toSlash
    case oneOf([ClosedRange<UInt8>], isNegated: Bool)
  }

  private var atoms: [Atom] = []
  /// What stands before the first wildcard.
  public let stem: Bytes

  /// The pattern that the bytes are, a path without needless parts.
  public init(_ pattern: Bytes) {
    stem = pattern.prefix { !Self.isWildcard($0) }
    var rest = pattern
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): takeStars(&rest)
      case UInt8(ascii: "?"): atoms.append(.one)
      case UInt8(ascii: "["): takeClass(&rest)
      case UInt8(ascii: "\\"): atoms.append(.byte(rest.popFirst() ?? byte))
      default: atoms.append(.byte(byte))
      }
    }
  }

  private static func isWildcard(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"): true
    default: false
    }
  }

  private mutating func takeStars(_ rest: inout Bytes) {
    guard rest.first == UInt8(ascii: "*") else {
      atoms.append(.many)
      return
    }
    rest = rest.drop { $0 == UInt8(ascii: "*") }
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    if rest.isEmpty { atoms.append(.all) } else { atoms += [.folders, .toSlash] }
  }

  private mutating func takeClass(_ rest: inout Bytes) {
    let isNegated = rest.first == UInt8(ascii: "^")
    let inside = (isNegated ? rest.dropFirst() : rest).prefix { $0 != UInt8(ascii: "]") }
    guard inside.endIndex < rest.endIndex, !inside.isEmpty else {
      atoms.append(.byte(UInt8(ascii: "[")))
      return
    }
    var ranges: [ClosedRange<UInt8>] = []
    var bytes = inside
    while let first = bytes.popFirst() {
      let hasEnd = bytes.first == UInt8(ascii: "-") && bytes.count > 1
      let last = hasEnd ? bytes[bytes.startIndex + 1] : first
      if hasEnd { bytes = bytes.dropFirst(2) }
      ranges.append(min(first, last)...max(first, last))
    }
    rest = rest[(inside.endIndex + 1)...]
    atoms.append(.oneOf(ranges, isNegated: isNegated))
  }

  /// About how many steps it takes to match a path.
  func cost(of path: Bytes) -> Int {
    (atoms.count + 1) * (path.count + 1)
  }

  /// Whether it matches a path or a folder above it.
  public func matches(_ path: Bytes) -> Bool {
    // Which atoms may come next: all are followed at once, so that no path makes it try again.
    var next = [Bool](repeating: false, count: atoms.count + 1)
    next[0] = true
    spread(&next)
    for byte in path {
      if byte == UInt8(ascii: "/"), next[atoms.count] { return true }
      var following = [Bool](repeating: false, count: atoms.count + 1)
      for index in atoms.indices where next[index] { follow(atoms[index], at: index, byte, &following) }
      spread(&following)
      next = following
    }
    return next[atoms.count]
  }

  private func follow(_ atom: Atom, at index: Int, _ byte: UInt8, _ next: inout [Bool]) {
    let isSlash = byte == UInt8(ascii: "/")
    switch atom {
    case .byte(let wanted): if byte == wanted { next[index + 1] = true }
    case .one: if !isSlash { next[index + 1] = true }
    case .many: if !isSlash { next[index] = true }
    case .all: next[index] = true
    case .folders: break
    case .toSlash:
      next[index] = true
      if isSlash { next[index + 1] = true }
    case .oneOf(let ranges, let isNegated):
      if ranges.contains(where: { $0.contains(byte) }) != isNegated { next[index + 1] = true }
    }
  }

  /// Adds what may come next where an atom may stand for nothing.
  private func spread(_ next: inout [Bool]) {
    for index in atoms.indices where next[index] {
      switch atoms[index] {
      case .many, .all: next[index + 1] = true
      case .folders:
        next[index + 1] = true
        next[index + 2] = true
      case .byte, .one, .toSlash, .oneOf: break
      }
    }
  }

  /// Whether it may match something in a folder, as far as its beginning tells.
  func mayMatch(below folder: Bytes) -> Bool {
    let common = min(stem.count, folder.count)
    guard stem.prefix(common) == folder.prefix(common) else { return false }
    if stem.count > folder.count { return stem[stem.startIndex + folder.count] == UInt8(ascii: "/") }
    return atoms.count > stem.count
  }
}
