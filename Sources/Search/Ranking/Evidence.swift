/// What speaks for each page, gathered word by word of a query.
struct Evidence {
  private let index: OpenIndex
  private let shards: [OpenShard?]
  /// How many words the query has, without filters; which of them say something, a bit each; what all tell together.
  private var words = 0
  private var wanted: UInt32 = 0
  private var total: Float = 0
  private var pages: [PageEvidence]
  /// The pages that have the word that is looked at.
  private var touched: [UInt32] = []
  /// The texts that have words of the query, and by text, one more than its place there.
  private var matches: [TextMatch] = []
  private var places: [UInt32]

  @inline(never)
  init(_ engine: SearchEngine) {
    (index, shards) = (engine.index, engine.shards)
    pages = [PageEvidence](repeating: PageEvidence(), count: index.names.pageCount)
    places = [UInt32](repeating: 0, count: index.names.texts.count)
  }

  // MARK: Words

  /// Adds what a word of the query tells.
  ///
  /// - Returns: How much it tells at most.
  @inline(never)
  mutating func add(_ candidates: Candidates, isFunction: Bool) -> Float {
    let weight = Rarity.weight(of: pageCount(candidates), among: pages.count, isFunction: isFunction)
    total += weight
    if !isFunction { wanted |= 1 << UInt32(words) }
    for candidate in candidates.all {
      if candidate.list < 0 { addNames(candidate, weight) } else { addBody(candidate) }
    }
    for page in touched { pages[Int(page)].close(weight: weight) }
    touched.removeAll(keepingCapacity: true)
    words += 1
    return weight
  }

  /// How common a word is: what is meant by it, in names or in texts, whichever is more, and all together that it may go on
  /// to.
  @inline(never)
  private func pageCount(_ candidates: Candidates) -> Int {
    guard !candidates.all.isEmpty else { return pages.count }
    var (inNames, inTexts) = (pages.count, pages.count)
    var (isName, isText) = (false, false)
    let least = min(Weight.meant, candidates.all[0].grade)
    for candidate in candidates.all where candidate.grade >= least {
      if candidate.list < 0 {
        inNames = min(inNames, Int(index.pageCounts[Int(candidate.number)]))
        isName = true
      } else if let shard = shards[Int(candidate.list)] {
        inTexts = min(inTexts, shard.postings[Int(candidate.number)].count)
        isText = true
      }
    }
    return max(candidates.spread, isName ? inNames : 0, isText ? inTexts : 0)
  }

  @inline(never)
  private mutating func touch(_ page: Int, _ amount: Float, _ grade: Float) {
    if pages[page].sum == 0 { touched.add(page) }
    pages[page].add(amount, grade)
  }

  @inline(never)
  private mutating func addBody(_ candidate: Candidates.Candidate) {
    guard let shard = shards[Int(candidate.list)] else { return }
    for posting in shard.postings[Int(candidate.number)] {
      touch(
        Int(shard.postings.values[posting]), Weight.body * Self.amount(shard.impacts[posting]), candidate.grade)
    }
  }

  /// How often a word stands in a text of average length, for its impact.
  private static func amount(_ impact: UInt8) -> Float {
    Float(UInt32(1) << UInt32(impact / 2)) * (impact & 1 == 0 ? 0.176_776_7 : 0.25)
  }

  @inline(never)
  private mutating func addNames(_ candidate: Candidates.Candidate, _ weight: Float) {
    for posting in index.names.postings[Int(candidate.number)] {
      let place = Int(index.names.postings.values[posting])
      let text = index.names.text(at: place)
      let field = index.names.field(of: text)
      for holder in index.names.holders(of: text) {
        let page = index.names.page(ofHolder: holder)
        guard pages[page].add(field) else { continue }
        touch(page, Weight.field(field), candidate.grade)
        if field == .title || field == .definition { pages[page].shown |= 1 << UInt32(words) }
      }
      guard field != .definition else { continue }
      if places[text] == 0 {
        matches.append(TextMatch(text: text))
        places[text] = UInt32(truncatingIfNeeded: matches.count)
      }
      matches[Int(places[text]) - 1].add(
        word: words, weight: weight, grade: candidate.grade, at: index.names.position(at: place),
        termWeight: index.termWeights[Int(candidate.number)])
    }
  }

  /// Adds what a whole token of code tells.
  @inline(never)
  mutating func add(code: [UInt8]) {
    guard !shards.isEmpty, let shard = shards[index.names.shards.shard(of: code[...])],
      let found = shard.words.index(of: code[...])
    else { return }
    let postings = shard.postings[found]
    let weight = Weight.code * Rarity.weight(of: postings.count, among: pages.count)
    for posting in postings {
      let amount = PageEvidence.saturated(Self.amount(shard.impacts[posting]))
      pages[Int(shard.postings.values[posting])].score += weight * amount
    }
  }

  // MARK: Pages

  /// The best pages of those that are selected, best first; of equal ones the first.
  @inline(never)
  mutating func best(_ limit: Int, of selection: Selection) -> [SearchHit] {
    addTexts()
    var hits: [SearchHit] = []
    guard limit > 0 else { return hits }
    for page in 0..<pages.count where pages[page].score > 0 || selection.isAll {
      let prior = 1 + Weight.prior * Rarity.logarithm(1 + Float(index.names.inboundLinks(of: page)))
      let score = pages[page].total(of: total) * prior
      var place = hits.count
      if place == limit, hits[place - 1].score >= score { continue }
      guard selection.contains(page, of: index) else { continue }
      let hit = SearchHit(
        page: page, score: score, section: pages[page].section,
        needsText: pages[page].allShown & wanted != wanted)
      if place < limit { hits.append(hit) } else { place -= 1 }
      while place > 0, hits[place - 1].score < score {
        hits[place] = hits[place - 1]
        place -= 1
      }
      hits[place] = hit
    }
    return hits
  }

  /// Adds what texts tell as wholes.
  @inline(never)
  private mutating func addTexts() {
    for match in matches {
      let quality = match.quality(
        words: words, weight: total, length: index.names.texts[match.text].count,
        textWeight: index.textWeights[match.text])
      guard quality > 0 else { continue }
      let field = index.names.field(of: match.text)
      for holder in index.names.holders(of: match.text) {
        pages[index.names.page(ofHolder: holder)].add(
          field, quality, match.queryWords, section: index.names.section(ofHolder: holder))
      }
    }
  }
}
