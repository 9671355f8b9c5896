/// Finds pages: at once by what they are called, and by the words of their texts as far as files of these were added.
package struct SearchEngine: Sendable {
  /// What the pages are called.
  package var names: NamesFile { index.names }
  let index: OpenIndex
  /// By number of the file.
  private(set) var shards: [OpenShard?]

  /// Opens a names file.
  package init(names bytes: [UInt8]) throws(IndexFault) {
    index = OpenIndex(try NamesFile(bytes))
    shards = [OpenShard?](repeating: nil, count: index.names.shards.count)
  }

  /// The files of body words that would tell more about a query, without those that were added. With these, there may be
  /// more: those of what a mistyped word means.
  package func missingShards(for query: SearchQuery) -> [Int] {
    var missing: [Int] = []
    for word in 0..<query.words.count where !query.words[word].isFunction || query.words.count == 1 {
      let expansion = Expansion(query, word, in: self)
      for shard in expansion.shards { want(shard, &missing) }
      want(expansion.candidates.correction, &missing)
    }
    for code in 0..<query.codes.count {
      want(query.code(code), &missing)
      want(query.code(code, isKey: true), &missing)
    }
    return missing
  }

  private func want(_ word: [UInt8], _ missing: inout [Int]) {
    if !word.isEmpty { want(index.names.shards.shard(of: word[...]), &missing) }
  }

  @inline(never)
  private func want(_ shard: Int, _ missing: inout [Int]) {
    guard shard < shards.count, shards[shard] == nil else { return }
    for other in missing where other == shard { return }
    missing.append(shard)
  }

  /// What a file of body words is called.
  package func shardName(_ shard: Int) -> [UInt8] { index.names.shards.name(of: shard) }

  /// Adds a file of body words.
  package mutating func add(shard: Int, _ bytes: [UInt8]) throws(IndexFault) {
    shards[shard] = OpenShard(try WordShard(bytes, of: index.names, shard: shard))
  }

  /// The pages that fit a query best, from what is known by now.
  package func answer(_ query: SearchQuery, limit: Int) -> SearchAnswer {
    let selection = Selection(query, in: index)
    var evidence = Evidence(self)
    var corrections = Corrections(query)
    for code in 0..<query.codes.count {
      evidence.add(code: query.code(code))
      evidence.add(code: query.code(code, isKey: true))
    }
    for word in 0..<query.words.count where !selection.isFilter(query.words[word]) {
      let candidates = Expansion(query, word, in: self).candidates
      let weight = evidence.add(candidates, isFunction: query.words[word].isFunction)
      corrections.add(word, candidates.correction, weight: weight)
    }
    return SearchAnswer(
      hits: evidence.best(limit, of: selection), corrected: corrections.text(), words: corrections.words)
  }
}
