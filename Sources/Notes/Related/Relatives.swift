/// Ranks, for each note of a site, the notes that go with it.
///
/// What makes two notes relatives: rare words that both have, links between them, a common folder, and what notes like the
/// one link to. The weights are those that did well on what authors wrote under "What's next", and little hangs on any
/// of them. Whatever an author says in front matter comes before all that is computed.
struct Relatives {
  /// A note with its score.
  struct Scored {
    let note: Int32
    var score: Float
  }

  private enum Weight {
    static let linked: Float = 0.15
    static let linkedFrom: Float = 0.15
    static let sameSection: Float = 0.1
    static let linkedFromSimilar: Float = 0.4
    static let overview: Float = -0.1
    static let said: Float = 4
  }

  /// How many notes are thought of as like one, for what those link to.
  private static let neighbours = 12
  /// A page that links to more than that recommends none of them.
  private static let mostLinks = 100
  /// How many candidates are kept of those that words and links bring.
  private static let candidates = 32
  /// How many notes tell how alike texts are on this site.
  private static let samples = 64
  /// Texts that are less alike have nothing in common.
  private static let least: Float = 0.02

  private let index: SiteIndex
  private let links: NoteLinks
  private let relations: Relations
  private let isOverview: [Bool]
  private let sectionWeights: [Float]
  /// By how many pages a page links to, what its link to another says of the two.
  private let linkWeights: [Float]
  /// For each note the first candidates, best first.
  private var nearest: [[Scored]] = []

  init(_ index: SiteIndex, _ relations: Relations, _ links: NoteLinks, _ profiles: [PageProfile]) {
    self.index = index
    self.links = links
    self.relations = relations
    var isOverview = [Bool](repeating: false, count: index.notes.count)
    for section in index.sections { if let note = section.note { isOverview[note] = true } }
    self.isOverview = isOverview
    sectionWeights = index.sections.map { Weight.sameSection / Float(logarithm(Double($0.children.count + 2))) }
    linkWeights = (0..<64).map { Weight.linkedFrom / Float(logarithm(Double($0 + 2))) }
    let terms = TermIndex(profiles)
    var scores = TermIndex.Scores(notes: profiles.count)
    let scale = Self.scale(terms, &scores, notes: profiles.count)
    nearest.reserveCapacity(profiles.count)
    for note in profiles.indices {
      terms.score(note, into: &scores)
      nearest.append(candidates(of: note, scores, scale))
    }
  }

  /// By what scores are multiplied, so that a note's nearest text has one on average.
  private static func scale(_ terms: TermIndex, _ scores: inout TermIndex.Scores, notes: Int) -> Float {
    var (sum, count): (Float, Float) = (0, 0)
    for note in stride(from: 0, to: notes, by: max(1, notes / samples)) {
      terms.score(note, into: &scores)
      let best = scores.notes.reduce(0) { max($0, scores.values[Int($1)]) }
      if best > 0 { (sum, count) = (sum + best, count + 1) }
    }
    return sum > 0 ? count / sum : 1
  }

  // MARK: Words, links and folders

  private func candidates(of note: Int, _ scores: borrowing TermIndex.Scores, _ scale: Float) -> [Scored] {
    var best = Best(Self.candidates)
    for other in scores.notes {
      let text = scores.values[Int(other)] * scale
      guard text > Self.least else { continue }
      best.insert(Scored(note: other, score: text + bonus(note, Int(other))))
    }
    func insertLinked(_ other: Int32) {
      guard scores.values[Int(other)] * scale <= Self.least else { return }
      best.insert(Scored(note: other, score: bonus(note, Int(other))))
    }
    for other in links.linked(from: note) { insertLinked(other) }
    for other in links.linking(to: note) where !links.isLink(from: note, to: Int(other)) { insertLinked(other) }
    return best.kept
  }

  /// What links and folders add.
  private func bonus(_ note: Int, _ other: Int) -> Float {
    var sum: Float = isOverview[other] ? Weight.overview : 0
    if links.isLink(from: note, to: other) { sum += Weight.linked }
    if links.isLink(from: other, to: note) {
      sum += linkWeights[min(links.linked(from: other).count, linkWeights.count - 1)]
    }
    if isBeside(note, other) { sum += sectionWeights[index.sectionOfNote[note]] }
    return sum
  }

  /// Whether notes like one link to another.
  func isLinkedFromSimilar(_ other: Int, to note: Int) -> Bool {
    nearest[note].prefix(Self.neighbours).contains { links.isLink(from: Int($0.note), to: other) }
  }

  /// Whether two notes are pages of one section.
  func isBeside(_ note: Int, _ other: Int) -> Bool {
    index.sectionOfNote[note] == index.sectionOfNote[other] && !isOverview[note] && !isOverview[other]
  }

  // MARK: What similar notes link to

  /// The notes that go with one, best first, at most `count`; `scores` is room to work in, with a zero for each note.
  func related(to note: Int, atMost count: Int, _ scores: inout [Float]) -> [Scored] {
    var touched: [Int32] = []
    func add(_ other: Int32, _ score: Float) {
      if scores[Int(other)] == 0 { touched.append(other) }
      scores[Int(other)] += score
    }
    for candidate in nearest[note] { add(candidate.note, candidate.score) }
    let neighbours = nearest[note].prefix(Self.neighbours)
    let sum = neighbours.reduce(0) { $0 + max(0, $1.score) }
    for neighbour in neighbours where neighbour.score > 0 {
      let weight = Weight.linkedFromSimilar * neighbour.score / sum
      let linked = links.linked(from: Int(neighbour.note))
      guard linked.count <= Self.mostLinks else { continue }
      for other in linked { add(other, weight) }
    }
    for relation in relations.all(of: note) { add(Int32(truncatingIfNeeded: relation.other), Weight.said) }
    var best = Best(count)
    for other in touched {
      if Int(other) != note, !index.addresses[Int(other)].isHome {
        best.insert(Scored(note: other, score: scores[Int(other)]))
      }
      scores[Int(other)] = 0
    }
    return best.kept
  }
}

/// The best few of many; of equals those that come first by number.
private struct Best {
  private(set) var kept: [Relatives.Scored] = []
  private let count: Int

  init(_ count: Int) {
    self.count = count
    kept.reserveCapacity(count + 1)
  }

  private static func isBefore(_ one: Relatives.Scored, _ other: Relatives.Scored) -> Bool {
    one.score > other.score || one.score == other.score && one.note < other.note
  }

  mutating func insert(_ entry: Relatives.Scored) {
    if kept.count == count {
      guard let last = kept.last, Self.isBefore(entry, last) else { return }
      kept.removeLast()
    }
    var place = kept.count
    while place > 0, Self.isBefore(entry, kept[place - 1]) { place -= 1 }
    kept.insert(entry, at: place)
  }
}
