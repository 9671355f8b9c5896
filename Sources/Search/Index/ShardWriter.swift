/// Cuts the words of all texts into files, each of a range of words.
struct ShardWriter {
  /// A file, and how it is told which words it has.
  struct Shard {
    /// The least beginning that all its words have behind them, and no word before.
    let start: [UInt8]
    let bytes: [UInt8]
  }

  private let index: BodyIndex
  /// The words in order, and how many bytes each takes.
  private let order: [Int]
  private let sizes: [Int]

  /// A file of so many bytes has about 4 kB when it is compressed.
  private static let usualSize = 5600
  /// There are not more files than that: those of very large sites are larger.
  private static let mostFiles = 2048

  /// Orders the words of an index.
  init(_ index: BodyIndex) {
    self.index = index
    order = index.words.sorted()
    sizes = order.map { word in
      var halves = 4 + index.words[word].count
      index.postings.forEach(of: word) { distance, _ in halves += distance < 128 ? 3 : 5 }
      return halves / 2
    }
  }

  /// The files, in the order of their words.
  var shards: [Shard] {
    var shards: [Shard] = []
    for range in ranges {
      let start = range.lowerBound == 0 ? [] : boundary(at: range.lowerBound)
      shards.append(Shard(start: start, bytes: bytes(order[range])))
    }
    return shards
  }

  // MARK: Cutting

  /// The words of each file: families of words that begin alike stay together, as their stems do.
  private var ranges: [Range<Int>] {
    let target = max(Self.usualSize, sizes.reduce(0, +) / Self.mostFiles)
    var ranges: [Range<Int>] = []
    var (start, size) = (0, 0)
    for family in families(of: 0..<order.count, letters: 3, target) {
      let added = sizes[family].reduce(0, +)
      if size > target / 3, size + added > target + target / 8 {
        ranges.append(start..<family.lowerBound)
        (start, size) = (family.lowerBound, 0)
      }
      size += added
    }
    if start < order.count { ranges.append(start..<order.count) }
    return ranges
  }

  /// The words that have the same first letters; what is too large for a file is cut behind one more, and, where that does
  /// not help either, anywhere.
  private func families(of words: Range<Int>, letters: Int, _ target: Int) -> [Range<Int>] {
    var families: [Range<Int>] = []
    var start = words.lowerBound
    while start < words.upperBound {
      let prefix = index.words[order[start]].prefix(letters)
      var (end, size) = (start, 0)
      while end < words.upperBound, index.words[order[end]].prefix(letters) == prefix {
        size += sizes[end]
        end += 1
      }
      if size <= target * 5 / 4 {
        families.append(start..<end)
      } else if letters == 3 {
        families += self.families(of: start..<end, letters: 4, target)
      } else {
        families += pieces(of: start..<end, target)
      }
      start = end
    }
    return families
  }

  private func pieces(of words: Range<Int>, _ target: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var (start, size) = (words.lowerBound, 0)
    for word in words {
      if size > 0, size + sizes[word] > target * 3 {
        pieces.append(start..<word)
        (start, size) = (word, 0)
      }
      size += sizes[word]
    }
    return pieces + [start..<words.upperBound]
  }

  /// What the word at a place and all behind it are not before, and all in front of it are, in as few bytes as can be.
  private func boundary(at place: Int) -> [UInt8] {
    let word = index.words[order[place]]
    return Array(word.prefix(ByteOrder.shared(index.words[order[place - 1]], word) + 1))
  }

  // MARK: Writing

  private func bytes(_ words: ArraySlice<Int>) -> [UInt8] {
    var (output, counts, distances) = (IndexBytes(), IndexBytes(), IndexBytes())
    var impacts: [UInt8] = []
    output.append(IndexFormat.mark(of: .words))
    output.append(number: words.count)
    output.append(words: words.map { index.words[$0] })
    for word in words {
      counts.append(number: index.postings.count(of: word) - 1)
      index.postings.forEach(of: word) { distance, impact in
        distances.append(number: distance)
        impacts.append(UInt8(truncatingIfNeeded: impact))
      }
    }
    output.append(counts.bytes)
    output.append(distances.bytes)
    for place in stride(from: 0, to: impacts.count, by: 2) {
      output.append(impacts[place] << 4 | (place + 1 < impacts.count ? impacts[place + 1] : 0))
    }
    return output.bytes
  }
}
