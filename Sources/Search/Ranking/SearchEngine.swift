/// Finds pages: at once by what they are called, and by the words of their texts as far as files of these were added.
package struct SearchEngine: Sendable {
  /// What the pages are called.
  package let names: NamesFile
  /// By number of the file.
  private(set) var shards: [WordShard?]
  /// What it has to know of all words to weigh one.
  let lexicon: Lexicon

  /// Opens a names file.
  package init(names bytes: [UInt8]) throws(IndexFault) {
    names = try NamesFile(bytes)
    shards = [WordShard?](repeating: nil, count: names.shards.count)
    lexicon = Lexicon(names)
  }

  /// The files of body words that would tell more about a query, without those that were added. With these, there may be
  /// more: those of what a mistyped word means.
  package func missingShards(for query: SearchQuery) -> [Int] {
    var missing: [Int] = []
    func want(_ shard: Int) {
      guard shard < shards.count, shards[shard] == nil, !missing.contains(shard) else { return }
      missing.append(shard)
    }
    for (index, word) in query.words.enumerated() where !word.isFunction || query.words.count == 1 {
      want(names.shards.shard(of: word.bodyForm[...]))
      for part in word.parts { want(names.shards.shard(of: part[...])) }
      let expansion = Expansion(query, index, in: self)
      for shard in expansion.shards { want(shard) }
      if !expansion.candidates.correction.isEmpty {
        want(names.shards.shard(of: expansion.candidates.correction[...]))
      }
    }
    for code in query.codes { want(names.shards.shard(of: code[...])) }
    return missing
  }

  /// What a file of body words is called.
  package func shardName(_ shard: Int) -> [UInt8] { names.shards.name(of: shard) }

  /// Adds a file of body words.
  package mutating func add(shard: Int, _ bytes: [UInt8]) throws(IndexFault) {
    shards[shard] = try WordShard(bytes, of: names, shard: shard)
  }

  /// The pages that fit a query best, from what is known by now.
  package func answer(_ query: SearchQuery, limit: Int) -> SearchAnswer {
    let selection = Selection(query, in: names)
    var evidence = Evidence(self)
    var answer = SearchAnswer()
    var corrections = Corrections(query)
    for index in query.words.indices where !selection.isFilter(query.words[index]) {
      let candidates = Expansion(query, index, in: self).candidates
      let weight = evidence.add(candidates, isFunction: query.words[index].isFunction)
      corrections.add(index, candidates.correction, weight: weight)
    }
    for code in query.codes { evidence.add(code: code) }
    answer.hits = evidence.best(limit, of: selection)
    (answer.corrected, answer.words) = (corrections.text, corrections.words)
    return answer
  }
}
