public import Source

/// A `.dockerignore`: which files of a build context are left out.
///
/// The last pattern that matches a path, or a folder above it, decides; one behind `!` takes the path in again.
///
/// Reference: <https://docs.docker.com/build/concepts/context/#dockerignore-files>; the package `patternmatcher` of moby.
public struct IgnoreList: Sendable {
  /// A line of the file.
  public struct Entry: Sendable {
    /// Where its pattern stands.
    public let range: SourceRange
    /// Whether it takes in what others leave out.
    public let isException: Bool
    fileprivate let pattern: PathPattern
  }

  private let entries: [Entry]
  /// How many steps may still be taken: a list of thousands of lines meets thousands of paths in no real project.
  private var remaining = 5_000_000

  /// Reads a file.
  public init(_ source: SourceText) {
    var entries: [Entry] = []
    var rest = source.bytes[...]
    if rest.hasPrefix("\u{FEFF}") { rest = rest.dropFirst(3) }
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      guard line.first != UInt8(ascii: "#") else { continue }
      var text = line.trimmed
      let isException = text.first == UInt8(ascii: "!")
      if isException { text = text.dropFirst().trimmed }
      guard !text.isEmpty else { continue }
      entries.append(
        Entry(range: line.trimmed.range, isException: isException, pattern: PathPattern(ContextPath.clean(text)[...])))
    }
    self.entries = entries
  }

  /// The line that leaves a path out, with all below it; nothing where it is taken in, or a part of it.
  public mutating func entry(leavingOut path: Bytes) -> Entry? {
    guard !path.isEmpty else { return nil }
    var found: Entry?
    for entry in entries {
      guard entry.isException == (found != nil) else { continue }
      let cost = entry.pattern.cost(of: path)
      guard remaining > cost else { return nil }
      remaining -= cost
      if entry.pattern.matches(path) || entry.isException && entry.pattern.mayMatch(below: path) {
        found = entry.isException ? nil : entry
      }
    }
    return found
  }
}

/// Paths of a build context, relative to it.
public enum ContextPath {
  /// A path without `.`, `..`, double slashes and a slash at either end; empty for the context itself.
  public static func clean(_ path: Bytes) -> [UInt8] {
    var parts: [Bytes] = []
    for part in path.split(separator: UInt8(ascii: "/")) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    var clean: [UInt8] = []
    for part in parts {
      if !clean.isEmpty { clean.append(UInt8(ascii: "/")) }
      clean += part
    }
    return clean
  }
}
