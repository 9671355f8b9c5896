/// Finds the words of the index that may be meant by a word of a query.
struct Expansion {
  private(set) var candidates = Candidates()
  /// The files of body words that are looked into.
  private(set) var shards: Range<Int>
  private let index: OpenIndex
  private let open: [OpenShard?]
  private let form: [UInt8]
  private let bodyForm: [UInt8]
  private let stem: [UInt8]
  private var stemmer = Stemmer()
  /// Whether it is the last word and may go on.
  private let goesOn: Bool
  /// Whether words of the index begin with it.
  private var begins = false

  /// How many files a word that goes on is looked for in, and how many words of each list.
  private static let (mostShards, mostEndings) = (3, 64)
  /// A word has to have that many letters to be mistyped once, twice, and before it is finished.
  private static let (leastForOne, leastForTwo, leastUnfinished) = (4, 8, 5)

  /// What a word may mean.
  @inline(never)
  init(_ query: SearchQuery, _ word: Int, in engine: SearchEngine) {
    (index, open) = (engine.index, engine.shards)
    form = query.form(word)
    bodyForm = query.bodyForm(word)
    stem = stemmer.stem(form)
    goesOn = query.isOpen && word == query.words.count - 1 && form.count > 1
    shards = index.names.shards.range(beginningWith: bodyForm[...])
    if !goesOn || shards.count > Self.mostShards {
      let shard = index.names.shards.shard(of: bodyForm[...])
      shards = shard..<shard + 1
    }
    if open.isEmpty { shards = 0..<0 }
    find(query, word)
  }

  @inline(never)
  private mutating func find(_ query: SearchQuery, _ word: Int) {
    for list in lists { find(in: list) }
    findParts(of: query, word)
    if word > 0 { join(query.form(word - 1), form) }
    if word + 1 < query.words.count { join(form, query.form(word + 1)) }
    if candidates.all.isEmpty || candidates.all[0].grade <= Weight.part { findMistyped() }
  }

  /// The names, then the files of body words, as far as they were added.
  private var lists: Range<Int> { Candidates.names..<shards.count }

  /// The words of a list; none where the file was not added.
  @inline(never)
  private func words(_ list: Int) -> WordList {
    list < 0 ? index.names.terms : open[shards.lowerBound + list]?.words ?? WordList()
  }

  @inline(never)
  private mutating func add(_ list: Int, _ number: Int, _ grade: Float) {
    candidates.add(list < 0 ? list : shards.lowerBound + list, number, grade)
  }

  // MARK: Words that fit

  /// Finds the word itself, those of its stem, and if it goes on, those that it begins.
  @inline(never)
  private mutating func find(in list: Int) {
    let words = words(list)
    if let found = words.index(of: list < 0 ? form[...] : bodyForm[...]) { add(list, found, 1) }
    addStem(stem, list, Weight.stem)
    guard goesOn else { return }
    let range = words.range(beginningWith: form[...])
    for found in range.lowerBound..<min(range.upperBound, range.lowerBound + Self.mostEndings) {
      begins = true
      if list < 0 { candidates.spread += Int(index.pageCounts[found]) }
      let count = words.range(of: found).count
      add(list, found, 1 - Weight.rest * Float(count - form.count) / Float(count))
    }
  }

  /// Adds the words of a stem. All of them begin with the stem but for its last letter, which may have changed.
  @inline(never)
  private mutating func addStem(_ stem: [UInt8], _ list: Int, _ grade: Float) {
    guard stem.count > 2 else { return }
    let words = words(list)
    for found in words.range(beginningWith: stem[0..<stem.count - 1]) where stems(words[found], to: stem) {
      add(list, found, grade)
    }
  }

  @inline(never)
  private mutating func stems(_ word: ArraySlice<UInt8>, to stem: [UInt8]) -> Bool {
    word.count < stem.count + 8 && stemmer.stem(Array(word)) == stem
  }

  /// Finds the compounds that have it as a part, and where it is one, its parts.
  @inline(never)
  private mutating func findParts(of query: SearchQuery, _ word: Int) {
    for part in 0..<index.names.partCount {
      let bytes = index.names.part(part)
      if bytes[bytes.startIndex] == form[0], stems(bytes, to: stem) {
        add(Candidates.names, index.names.partTerm(part), Weight.part)
      }
    }
    let parts = CompoundParts.ranges(query.text.span, query.words[word].start..<query.words[word].end)
    for part in parts {
      let stem = stemmer.stem(Fold.fold(query.text.span, part))
      for list in lists { addStem(stem, list, Weight.part / Float(parts.count)) }
    }
  }

  /// Finds the word that it makes with its neighbour.
  @inline(never)
  private mutating func join(_ one: [UInt8], _ other: [UInt8]) {
    var joined = one
    for byte in other { joined.add(byte) }
    if let found = index.names.terms.index(of: joined[...]) { add(Candidates.names, found, Weight.joined) }
  }

  // MARK: Words that are mistyped

  /// Finds what is alike, with as few errors as possible.
  @inline(never)
  private mutating func findMistyped() {
    guard !begins, form.count >= Self.leastForOne else { return }
    if findMistyped(1, false, Weight.edit) { return }
    if form.count >= Self.leastForTwo, findMistyped(2, false, Weight.twoEdits) { return }
    if goesOn, form.count >= Self.leastUnfinished { _ = findMistyped(1, true, Weight.editOfUnfinished) }
  }

  @inline(never)
  private mutating func findMistyped(_ errors: Int, _ begins: Bool, _ weight: Float) -> Bool {
    let error = TypingError(wrong: form, begins: begins)
    var best = -1
    for list in lists {
      let words = words(list)
      for found in 0..<words.count {
        let range = words.range(of: found)
        let longer = range.count - form.count
        guard range.count > 2, longer >= -errors, longer <= errors || begins,
          error.leads(to: words.bytes, range.lowerBound, range.upperBound, errors: errors)
        else { continue }
        let startsRight = words.bytes[range.lowerBound] == form[0]
        add(list, found, weight * (startsRight ? Weight.rightStart : Weight.wrongStart))
        // What is meant is what starts right, then what names have, then what more of them have.
        let count = (list < 0 ? Int(index.pageCounts[found]) + 1 : 0) + (startsRight ? 1_000_000 : 0)
        guard count > best else { continue }
        best = count
        candidates.correction = Array(words[found])
      }
    }
    guard best >= 0 else { return false }
    if begins { candidates.correction = [] } else { addMeant(weight) }
    return true
  }

  /// Adds what goes with the word that was meant.
  @inline(never)
  private mutating func addMeant(_ weight: Float) {
    let meant = stemmer.stem(candidates.correction)
    addStem(meant, Candidates.names, weight * Weight.wrongStart)
    guard !open.isEmpty else { return }
    let shard = index.names.shards.shard(of: candidates.correction[...])
    shards = shard..<shard + 1
    if let found = words(0).index(of: candidates.correction[...]) { add(0, found, weight) }
    addStem(meant, 0, weight * Weight.wrongStart)
  }
}
