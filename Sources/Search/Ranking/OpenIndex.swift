/// The names of a site's pages, and how much each word of them tells. It is shared, never copied.
final class OpenIndex: Sendable {
  let names: NamesFile
  /// By term: how many pages have it in their names.
  let pageCounts: [UInt32]
  /// By term: how much it tells.
  let termWeights: [Float]
  /// By text: how much its words tell together.
  let textWeights: [Float]

  init(_ names: consuming NamesFile) {
    let functionWords = FunctionWords()
    var seen = [UInt32](repeating: 0, count: names.pageCount)
    var pageCounts = [UInt32](repeating: 0, count: names.terms.count)
    var termWeights = [Float](repeating: 0, count: names.terms.count)
    var textWeights = [Float](repeating: 0, count: names.texts.count)
    for term in 0..<names.terms.count {
      let mark = UInt32(truncatingIfNeeded: term + 1)
      for posting in names.postings[term] {
        for holder in names.holders(of: names.text(at: Int(names.postings.values[posting]))) {
          let page = names.page(ofHolder: holder)
          if seen[page] != mark { pageCounts[term] += 1 }
          seen[page] = mark
        }
      }
      let isFunction = functionWords.contains(names.terms.bytes.span, names.terms.range(of: term))
      let weight = Rarity.weight(of: Int(pageCounts[term]), among: names.pageCount, isFunction: isFunction)
      termWeights[term] = weight
      for posting in names.postings[term] {
        textWeights[names.text(at: Int(names.postings.values[posting]))] += weight
      }
    }
    self.names = names
    (self.pageCounts, self.termWeights, self.textWeights) = (pageCounts, termWeights, textWeights)
  }
}

/// A file of body words. It is shared, never copied.
final class OpenShard: Sendable {
  let words: WordList
  let postings: Groups
  let impacts: [UInt8]

  init(_ shard: consuming WordShard) {
    (words, postings, impacts) = (shard.words, shard.postings, shard.impacts)
  }
}
