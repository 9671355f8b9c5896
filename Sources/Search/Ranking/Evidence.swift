/// What speaks for each page, gathered word by word of a query.
struct Evidence {
  let engine: SearchEngine
  var names: NamesFile { engine.names }
  /// How many words the query has, filters left out; which of them say something, a bit each; what they tell together.
  private(set) var words = 0
  private(set) var wanted: UInt32 = 0
  private(set) var total: Float = 0

  // By page: what the query's words tell for it, those that it has, and those that are shown of it.
  private(set) var scores: [Float]
  private(set) var covers: [Float]
  private(set) var shown: [UInt32]

  // By page, of the current word: the sum of fields, a bit for each, and the best grade.
  private var sums: [Float]
  private var fields: [UInt16]
  private var grades: [Float]
  private var touched: [UInt32] = []

  // By text: one more than the place of what it matches.
  private var places: [UInt32]
  private(set) var matches: [TextMatch] = []

  init(_ engine: SearchEngine) {
    self.engine = engine
    let pages = engine.names.pageCount
    scores = [Float](repeating: 0, count: pages)
    (covers, sums, grades) = (scores, scores, scores)
    shown = [UInt32](repeating: 0, count: pages)
    fields = [UInt16](repeating: 0, count: pages)
    places = [UInt32](repeating: 0, count: engine.names.texts.count)
  }
}

// MARK: Words

extension Evidence {
  /// Adds what a word of the query tells.
  ///
  /// - Returns: How much it tells at most.
  mutating func add(_ candidates: Candidates, isFunction: Bool) -> Float {
    let weight = weight(of: candidates) * (isFunction ? Weight.functionWord : 1)
    if !isFunction { wanted |= 1 << UInt32(words) }
    total += weight
    for candidate in candidates.all {
      if let shard = candidate.shard {
        addBody(shard, candidate)
      } else {
        addNames(candidate, weight)
      }
    }
    for page in touched {
      let page = Int(page)
      scores[page] += weight * grades[page] * Self.saturated(sums[page])
      covers[page] += weight * min(1, grades[page])
      (sums[page], fields[page], grades[page]) = (0, 0, 0)
    }
    touched.removeAll(keepingCapacity: true)
    words += 1
    return weight
  }

  /// What a word tells: the rarer what it means, the more. It counts as common as it is in names or in texts, whichever is
  /// more, and as those words together that it may go on to.
  private func weight(of candidates: Candidates) -> Float {
    var (inNames, inTexts) = (Int.max, Int.max)
    for candidate in candidates.all {
      let isMeant = candidate.grade >= Weight.meant || candidate.grade == candidates.all[0].grade
      guard isMeant else { break }
      if let shard = candidate.shard {
        inTexts = min(inTexts, engine.shards[shard]?.postings[candidate.number].count ?? 0)
      } else {
        inNames = min(inNames, Int(engine.lexicon.pageCounts[candidate.number]))
      }
    }
    var count = max(inNames == Int.max ? -1 : inNames, inTexts == Int.max ? -1 : inTexts, candidates.spread)
    if candidates.all.isEmpty { count = names.pageCount }
    return engine.lexicon.rarity.weight(ofPages: count)
  }

  /// How much so much of a word tells: twice as much of it does not tell twice as much.
  private static func saturated(_ sum: Float) -> Float {
    sum * (Weight.saturation + 1) / (sum + Weight.saturation)
  }

  @inline(never)
  private mutating func touch(_ page: Int, _ sum: Float, _ grade: Float) {
    if sums[page] == 0 { touched.append(UInt32(truncatingIfNeeded: page)) }
    sums[page] += sum
    if grades[page] < grade { grades[page] = grade }
  }

  private mutating func addBody(_ shard: Int, _ candidate: Candidates.Candidate) {
    guard let shard = engine.shards[shard] else { return }
    for posting in shard.postings[candidate.number] {
      touch(Int(shard.postings.values[posting]), Weight.body * Self.amount(shard.impacts[posting]), candidate.grade)
    }
  }

  /// How often a word stands in a text of average length, for its impact.
  private static func amount(_ impact: UInt8) -> Float {
    Float(UInt32(1) << UInt32(impact / 2)) * (impact & 1 == 0 ? 0.176_776_7 : 0.25)
  }

  private mutating func addNames(_ candidate: Candidates.Candidate, _ weight: Float) {
    let termWeight = engine.lexicon.termWeights[candidate.number]
    for posting in names.postings[candidate.number] {
      let place = Int(names.postings.values[posting])
      let text = names.text(at: place)
      let field = names.field(of: text)
      let bit: UInt16 = 1 << UInt16(field.rawValue)
      for holder in names.holders(of: text) {
        let page = names.page(ofHolder: holder)
        guard fields[page] & bit == 0 else { continue }
        touch(page, Weight.field(field), candidate.grade)
        fields[page] |= bit
        if field == .title || field == .definition { shown[page] |= 1 << UInt32(words) }
      }
      guard field != .definition else { continue }
      if places[text] == 0 {
        matches.append(TextMatch(text: text))
        places[text] = UInt32(truncatingIfNeeded: matches.count)
      }
      matches[Int(places[text]) - 1].add(
        word: words, weight: weight, grade: candidate.grade, at: names.position(at: place), termWeight: termWeight)
    }
  }

  /// Adds what a whole token of code tells.
  mutating func add(code: [UInt8]) {
    guard !engine.shards.isEmpty, let shard = engine.shards[names.shards.shard(of: code[...])],
      let found = shard.words.index(of: code[...])
    else { return }
    let postings = shard.postings[found]
    let weight = Weight.code * engine.lexicon.rarity.weight(ofPages: postings.count)
    for posting in postings {
      scores[Int(shard.postings.values[posting])] += weight * Self.saturated(Self.amount(shard.impacts[posting]))
    }
  }
}
