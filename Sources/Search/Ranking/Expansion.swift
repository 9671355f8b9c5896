/// Finds the words of the index that may be meant by a word of a query.
struct Expansion {
  private(set) var candidates = Candidates()
  /// The files of body words that are looked into.
  private(set) var shards = 0..<0
  private let word: SearchQuery.Word
  private let engine: SearchEngine
  private var names: NamesFile { engine.names }
  private var stemmer = Stemmer()
  /// Whether it is the last word and may go on.
  private let goesOn: Bool

  /// How many files a word that goes on is looked for in, and how many words of each list.
  private static let (mostShards, mostEndings) = (3, 64)
  /// A word has to have that many letters to be mistyped once, twice, and before it is finished.
  private static let (leastForOne, leastForTwo, leastUnfinished) = (4, 8, 5)

  /// What the word at `index` may mean.
  init(_ query: SearchQuery, _ index: Int, in engine: SearchEngine) {
    word = query.words[index]
    self.engine = engine
    goesOn = query.isOpen && index == query.words.count - 1 && word.form.count > 1
    selectShards()
    findForms()
    let isKnown = !candidates.all.isEmpty
    findParts()
    if index > 0 { join(query.words[index - 1].form + word.form) }
    if index + 1 < query.words.count { join(word.form + query.words[index + 1].form) }
    let begins = findEndings()
    if !isKnown, !begins, word.form.count >= Self.leastForOne { findMistyped() }
  }

  private mutating func selectShards() {
    guard !engine.shards.isEmpty else { return }
    if goesOn { shards = names.shards.range(beginningWith: word.bodyForm[...]) }
    guard shards.isEmpty || shards.count > Self.mostShards else { return }
    let shard = names.shards.shard(of: word.bodyForm[...])
    shards = shard..<shard + 1
  }

  /// The lists of words: nothing stands for the names, then the files that were added.
  private var lists: [Int?] {
    var lists: [Int?] = [nil]
    for shard in shards where engine.shards[shard] != nil { lists.append(shard) }
    return lists
  }

  private func words(_ list: Int?) -> WordList {
    if let list, let shard = engine.shards[list] { return shard.words }
    return names.terms
  }

  // MARK: Words that fit

  /// Finds the word itself and those of its stem.
  private mutating func findForms() {
    for list in lists {
      if let found = words(list).index(of: list == nil ? word.form[...] : word.bodyForm[...]) {
        candidates.add(list, found, 1)
      }
      addStem(word.stem, list, Weight.stem)
    }
  }

  /// Adds the words of a stem. All of them begin with the stem but for its last letter, which may have changed.
  private mutating func addStem(_ stem: [UInt8], _ list: Int?, _ grade: Float) {
    guard stem.count > 2 else { return }
    let words = words(list)
    for found in words.range(beginningWith: stem[0..<stem.count - 1])
    where words[found].count < stem.count + 8 && stemmer.stem(Array(words[found])) == stem {
      candidates.add(list, found, grade)
    }
  }

  /// Finds the compounds that have it as a part, and where it is one, its parts.
  private mutating func findParts() {
    for part in 0..<names.partCount {
      let bytes = names.part(part)
      guard bytes.first == word.form.first, bytes.count > 1, stemmer.stem(Array(bytes)) == word.stem else { continue }
      candidates.add(nil, names.partTerm(part), Weight.part)
    }
    for part in word.parts {
      let stem = stemmer.stem(part)
      for list in lists { addStem(stem, list, Weight.part / Float(word.parts.count)) }
    }
  }

  /// Finds the word that it makes with its neighbour.
  private mutating func join(_ joined: [UInt8]) {
    if let found = names.terms.index(of: joined[...]) { candidates.add(nil, found, Weight.joined) }
  }

  /// Finds the words that it begins.
  private mutating func findEndings() -> Bool {
    guard goesOn else { return false }
    var begins = false
    for list in lists {
      let words = words(list)
      let range = words.range(beginningWith: word.form[...])
      for found in range.prefix(Self.mostEndings) {
        begins = true
        if list == nil { candidates.spread += Int(engine.lexicon.pageCounts[found]) }
        let count = words[found].count
        candidates.add(list, found, 1 - Weight.rest * Float(count - word.form.count) / Float(count))
      }
    }
    return begins
  }

  // MARK: Words that are mistyped

  /// Finds what is alike, with as few errors as possible.
  private mutating func findMistyped() {
    let length = word.form.count
    if findMistyped(1, false, Weight.edit) { return }
    if length >= Self.leastForTwo, findMistyped(2, false, Weight.twoEdits) { return }
    if goesOn, length >= Self.leastUnfinished { _ = findMistyped(1, true, Weight.editOfUnfinished) }
  }

  private mutating func findMistyped(_ errors: Int, _ begins: Bool, _ weight: Float) -> Bool {
    var best = -1
    for list in lists {
      let words = words(list)
      for found in 0..<words.count {
        let other = words[found]
        let longer = other.count - word.form.count
        guard other.count > 2, longer >= -errors, longer <= errors || begins,
          TypingError.leads(from: word.form[...], to: other, errors: errors, begins: begins)
        else { continue }
        let startsRight = other.first == word.form.first
        candidates.add(list, found, weight * (startsRight ? Weight.rightStart : Weight.wrongStart))
        // What is meant is what starts right, then what names have, then what more of them have.
        let count = list == nil ? Int(engine.lexicon.pageCounts[found]) + 1 : 0
        let rank = startsRight ? count + 1_000_000 : count
        guard rank > best, !begins else { continue }
        best = rank
        candidates.correction = Array(other)
      }
    }
    if best >= 0 { addCorrected(weight) }
    return !candidates.all.isEmpty && (best >= 0 || begins)
  }

  /// Adds what goes with the word that was meant.
  private mutating func addCorrected(_ weight: Float) {
    let meant = candidates.correction
    let stem = stemmer.stem(meant)
    addStem(stem, nil, weight * Weight.wrongStart)
    let shard = names.shards.count > 0 ? names.shards.shard(of: meant[...]) : 0
    guard shard < engine.shards.count, let words = engine.shards[shard]?.words else { return }
    if let found = words.index(of: meant[...]) { candidates.add(shard, found, weight) }
    addStem(stem, shard, weight * Weight.wrongStart)
  }
}
