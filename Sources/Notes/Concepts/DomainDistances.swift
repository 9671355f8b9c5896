/// How near domains are to each other: whether the pages of one speak of what the definitions of the other speak of.
struct DomainDistances: Sendable {
  /// For each domain, how alike the words of its pages and those of each other domain are: 0 to 1.
  private let likeness: [[Double]]

  /// The least likeness of domains in which ordinary words have the same senses.
  private static let near = 0.56
  /// How many words have to be compared before they tell anything.
  private static let enough = 40.0
  /// How many pages of a domain are looked at.
  private static let sampleSize = 200

  /// For each note, whether it is looked at.
  static func sample(_ domains: SiteDomains) -> [Bool] {
    guard domains.names.count > 1 else { return domains.ofNote.map { _ in false } }
    var counts = Array(repeating: 0, count: domains.names.count)
    for case let domain? in domains.ofNote { counts[domain] += 1 }
    var seen = Array(repeating: 0, count: counts.count)
    return domains.ofNote.map { domain in
      guard let domain else { return false }
      seen[domain] += 1
      return seen[domain] * sampleSize / counts[domain] != (seen[domain] - 1) * sampleSize / counts[domain]
    }
  }

  init(_ pages: [ConceptLinker.Occurrences], _ tables: ConceptTables) {
    let count = tables.domains.names.count
    var words = Array(repeating: [Int32: Double](), count: count)
    for page in pages {
      guard let domain = tables.domains.ofNote[page.note] else { continue }
      for stem in page.stems { words[domain][stem, default: 0] += 1 }
    }
    var likeness = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for one in 0..<count {
      for other in 0..<count where other != one {
        likeness[one][other] = Self.likeness(words[one], words[other], tables.vocabularies[other])
      }
    }
    self.likeness = likeness
  }

  /// Whether pages of one domain use the ordinary words of another in its sense.
  func isNear(_ page: Int, _ topic: Int) -> Bool {
    page == topic || likeness[page][topic] >= Self.near
  }

  /// The cosine of how often two domains' pages use words, with the square roots of the counts.
  private static func likeness(_ one: [Int32: Double], _ other: [Int32: Double], _ vocabulary: [Int32]) -> Double {
    var (product, ones, others) = (0.0, 0.0, 0.0)
    for stem in vocabulary {
      let (a, b) = (one[stem] ?? 0, other[stem] ?? 0)
      product += (a * b).squareRoot()
      ones += a
      others += b
    }
    return ones < enough || others < enough ? 0 : product / (ones * others).squareRoot()
  }
}
