import Source

/// Finds what has to be said of an address, when the one before it and the page's title are known.
struct PathWriter {
  /// What has to be said.
  struct Rest {
    /// How many words the address shares with the one before it.
    let shared: Int
    /// Atoms, and runs of the title's words, which have ``runFlag``.
    let codes: [UInt32]
  }

  /// Marks a run: its first word in the title and how many words it has, four bits each.
  static let runFlag: UInt32 = 1 << 31

  private let collector: AtomCollector
  private var last: ArraySlice<UInt32> = []

  init(_ collector: AtomCollector) {
    self.collector = collector
  }

  /// What has to be said of the next page's address.
  mutating func rest(of path: ArraySlice<UInt32>, title: ArraySlice<UInt32>) -> Rest {
    var (common, shared) = (0, 0)
    for (index, (one, other)) in zip(path, last).enumerated() {
      guard one == other else { break }
      guard one % 2 == 0 else { continue }
      common = index + 1
      shared += 1
    }
    last = path
    return Rest(
      shared: shared, codes: codes(path.dropFirst(common), titleWords: title.filter { $0 % 2 == 0 }.prefix(30)))
  }

  private func codes(_ path: ArraySlice<UInt32>, titleWords: ArraySlice<UInt32>) -> [UInt32] {
    var codes: [UInt32] = []
    var rest = path
    while let atom = rest.first {
      let run = longestRun(rest, titleWords)
      if run.count > 0 {
        codes.append(Self.runFlag | UInt32(truncatingIfNeeded: run.start << 4 | run.count))
        rest = rest.dropFirst(run.count)
      } else {
        codes.append(atom)
        rest = rest.dropFirst()
      }
    }
    return codes
  }

  /// The longest run of the title's words that `path` begins with.
  private func longestRun(_ path: ArraySlice<UInt32>, _ title: ArraySlice<UInt32>) -> (start: Int, count: Int) {
    var longest = (start: 0, count: 0)
    for start in 0..<min(16, title.count) {
      var count = 0
      while count < 15, count < path.count, start + count < title.count,
        isSmall(path[path.startIndex + count], title[title.startIndex + start + count])
      {
        count += 1
      }
      if count > longest.count { longest = (start, count) }
    }
    return longest
  }

  /// Whether an atom of an address is a word of the title in small letters.
  private func isSmall(_ atom: UInt32, _ word: UInt32) -> Bool {
    guard atom % 2 == 0 else { return false }
    let (bytes, title) = (collector.words[Int(atom / 2)], collector.words[Int(word / 2)])
    return bytes.count == title.count && zip(bytes, title).allSatisfy { $0 == $1.lowercased }
  }
}
