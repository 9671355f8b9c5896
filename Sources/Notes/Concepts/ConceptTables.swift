/// All that is known before any text is looked at: topics, their names, and what their definitions say.
struct ConceptTables: Sendable {
  let domains: SiteDomains
  let names: ConceptNames
  let concepts: [Concept]
  let lexicon: Lexicon
  /// For each topic, what its definition speaks of: the stems of the words in it that carry meaning, without its own.
  let stems: NumberLists
  /// For each topic, the topics that its definition names.
  let parts: NumberLists
  /// For each domain, the stems that several definitions of it share, in order.
  let vocabularies: [[Int32]]
  /// The stems of the domains' names, in order.
  let domainStems: [Int32]
  /// By the number of a word: what it does in a sentence.
  private let roles: [English.Role]
  /// By the number of a word: the domain that it names; -1 if it names none.
  private let domainOfWord: [Int16]

  init(_ topics: Topics, _ index: SiteIndex) {
    domains = SiteDomains(topics, index)
    var concepts: [Concept] = []
    concepts.reserveCapacity(topics.count)
    for (number, topic) in topics.enumerated() {
      let claim = Claim.of(topic, index, foldersAreDomains: domains.areFolders)
      concepts.append(Concept(topic, claim: claim, domain: domains.ofTopic[number]))
    }
    var names = ConceptNames(topics, concepts)
    var lexicon = Lexicon()
    domainStems = Array(Set(domains.names.flatMap { lexicon.insert($0) })).sorted()
    var stems = NumberLists()
    var uses = Array(repeating: [Int32: Int](), count: domains.names.count)
    for (number, topic) in topics.enumerated() {
      guard concepts[number].claim < .none else {
        stems.append([])
        continue
      }
      let own = lexicon.insert(ConceptNames.spellings(of: topic).joined(separator: " "))
      let others = lexicon.insert(topic.definition, readsPaths: false).filter { !own.holds($0) }
      stems.append(others)
      if let domain = concepts[number].domain { for stem in own + others { uses[domain][stem, default: 0] += 1 } }
    }
    vocabularies = uses.map { uses in uses.filter { $0.value >= 3 }.keys.sorted() }

    var roles: [English.Role] = []
    for (word, role) in English.roles { Self.set(&roles, names.insert(word: word), role, else: []) }
    var domainOfWord: [Int16] = []
    for (number, name) in domains.names.enumerated() {
      Self.set(&domainOfWord, names.insert(word: name), Int16(clamping: number), else: -1)
    }
    (self.roles, self.domainOfWord, self.names, self.lexicon) = (roles, domainOfWord, names, lexicon)
    self.stems = stems
    parts = DefinitionReader(names, topics).connect(&concepts, stems, domainStems)
    self.concepts = concepts
  }

  private static func set<Value>(_ list: inout [Value], _ index: Int, _ value: Value, else other: Value) {
    while list.count <= index { list.append(other) }
    list[index] = value
  }

  /// What a word does in a sentence.
  @inline(__always) func role(_ word: Int) -> English.Role { word >= 0 && word < roles.count ? roles[word] : [] }

  /// The domain that a word names.
  @inline(__always) func domain(namedBy word: Int) -> Int? {
    word >= 0 && word < domainOfWord.count && domainOfWord[word] >= 0 ? Int(domainOfWord[word]) : nil
  }
}
