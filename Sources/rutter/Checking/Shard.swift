import Source

/// A share of the files, where several machines check a site together: `2/5` is the second of five.
///
/// A file belongs to a share by its path alone, so that all agree without talking to each other.
struct Shard: Sendable, Equatable {
  /// Which one, from 1.
  let number: Int
  /// How many there are.
  let count: Int

  /// Reads `I/N`; nothing where that is no share.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// Whether the file at `path` belongs to it.
  func includes(_ path: String) -> Bool {
    // The upper half of the hash is the better one.
    let hash = ContentHash(Array(path.utf8)).value >> 32
    return Int(hash) % count == number - 1
  }
}
