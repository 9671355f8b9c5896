import Notes

/// All topics of a site by domain, in the order in which they are learnt, parts below what they are parts of.
struct TopicMap: Sendable {
  /// The topics of one field.
  struct Domain: Sendable {
    let name: String
    /// Whether it is one that notes name, and not what is left.
    let isNamed: Bool
    /// The topic that is about the field as a whole, if there is one.
    let root: Int?
    /// Where it is listed: within the address of the map's own page, or on a page of its own.
    let anchor: String
    /// Its topics, in order.
    fileprivate(set) var topics: [Int32] = []
  }

  /// Where the map is.
  static let address = MadePage.map.address
  /// From how many topics on each domain has a page of its own.
  static let longest = 600
  /// How deep parts stand within parts; what is deeper stands beside that.
  static let deepest = 5

  private(set) var domains: [Domain] = []
  /// Whether the site has a map: it has something to list, and no page of its own in the place.
  let isPublished: Bool
  /// Whether each domain has a page of its own.
  let isSplit: Bool
  private let parents: [Int32]
  private let numbers: [Int32]

  /// The map of a site that is read in this order.
  init(_ knowledge: KnowledgeBase, _ order: ReadingOrder) {
    let topics = knowledge.topics
    let listed = topics.indices.filter { topics[$0].isOnMap(of: knowledge.index) }
      .sorted { (order.position(of: topics[$0].note), $0) < (order.position(of: topics[$1].note), $1) }
    let all = Domains(topics)
    let roots = Self.roots(of: all, among: listed, knowledge)
    var numbers = [Int32](repeating: -1, count: topics.count)
    var places: [Int: Int] = [:]
    var anchors = UniqueNames()
    for topic in listed {
      let domain = all.domain(of: topic)
      let place = places[domain ?? -1] ?? domains.count
      if place == domains.count {
        places[domain ?? -1] = place
        let slug = domain.map { Slug.part(all.names[$0]) } ?? "other"
        let root = domain.flatMap { roots[$0] }
        let name = root.map { topics[$0].name } ?? domain.map { Title.fromFileName(all.names[$0]) }
        domains.append(
          Domain(
            name: name ?? "Other topics", isNamed: domain != nil, root: root, anchor: anchors.next(for: slug)))
      }
      numbers[topic] = Int32(place)
      if domains[place].root != topic { domains[place].topics.append(Int32(topic)) }
    }
    self.numbers = numbers
    let isRoot = Set(domains.compactMap(\.root))
    parents = PartTree.parents(count: topics.count, deepest: Self.deepest) { topic in
      guard numbers[topic] >= 0, !isRoot.contains(topic) else { return nil }
      let wholes = knowledge.graph.edges(from: topic).filter { $0.kind == .partOf && $0.to != topic }
      return wholes.first { numbers[$0.to] == numbers[topic] && !isRoot.contains($0.to) }?.to
    }
    isPublished = MadePage.map.isMade(of: topics, in: knowledge.index)
    isSplit = listed.count > Self.longest && domains.count > 1
  }

  /// For each domain the topic that is about it as a whole: that of its section, or the first page of its name.
  private static func roots(of domains: Domains, among listed: [Int], _ knowledge: KnowledgeBase) -> [Int: Int] {
    let topics = knowledge.topics
    let slugs = domains.names.map { Slug.part($0) }
    var roots: [Int: Int] = [:]
    for (domain, slug) in slugs.enumerated() {
      guard let section = knowledge.index.section(at: Address(slug + "/")) else { continue }
      roots[domain] = knowledge.index.sections[section].note.map { topics.topic(ofNote: $0) }
    }
    for topic in listed where topics[topic].isPage {
      guard let domain = domains.domain(of: topic), roots[domain] == nil,
        topics[topic].name.utf8.count == domains.names[domain].utf8.count,
        Slug.part(topics[topic].name) == slugs[domain]
      else { continue }
      roots[domain] = topic
    }
    return roots
  }

  /// The domains that have something to list, what belongs to none at the end.
  var shownDomains: [Int] {
    let filled = domains.indices.filter { !domains[$0].topics.isEmpty }
    return filled.filter { domains[$0].isNamed } + filled.filter { !domains[$0].isNamed }
  }

  /// The domain of a topic, by its place on the map.
  func domain(of topic: Int) -> Int? { numbers[topic] < 0 ? nil : Int(numbers[topic]) }

  /// The map's pages.
  var pages: [(address: Address, domain: Int?)] {
    guard isPublished else { return [] }
    return [(Self.address, nil)] + (isSplit ? shownDomains.map { (address(of: $0), $0) } : [])
  }

  /// The page that lists a domain, or all.
  func address(of domain: Int?) -> Address {
    guard isSplit, let domain else { return Self.address }
    return Address(Self.address.path + domains[domain].anchor + "/")
  }

  /// The address of a domain as a page writes it; none without a map.
  func href(of domain: Int?, _ href: Href) -> String? {
    guard isPublished, let domain, !domains[domain].topics.isEmpty else { return nil }
    return isSplit
      ? href.page(address(of: domain)) : href.page(Self.address, fragment: domains[domain].anchor)
  }

  /// A topic and its parts.
  struct Entry: Equatable {
    let topic: Int
    let parts: [Entry]
  }

  /// The topics of a domain, each with its parts.
  func entries(of domain: Int) -> [Entry] {
    var parts: [Int32: [Int32]] = [:]
    for topic in domains[domain].topics { parts[parents[Int(topic)], default: []].append(topic) }
    func entries(below topic: Int32) -> [Entry] {
      (parts[topic] ?? []).map { Entry(topic: Int($0), parts: entries(below: $0)) }
    }
    return entries(below: -1)
  }
}

/// Makes a tree of parts out of what notes say, which may go round in circles.
enum PartTree {
  /// For each of `count` topics the one that it stands below, or -1.
  ///
  /// Of a circle the topic with the smallest number stands on its own. What is deeper than `deepest` stands beside the
  /// last that is not.
  static func parents(count: Int, deepest: Int, whole: (Int) -> Int?) -> [Int32] {
    var parents = (0..<count).map { Int32(whole($0) ?? -1) }
    // 0: not looked at, -1: on the way there, else its depth and one.
    var depths = [Int32](repeating: 0, count: count)
    for start in 0..<count where depths[start] == 0 {
      var trail: [Int] = []
      var topic = start
      while depths[topic] == 0 {
        depths[topic] = -1
        trail.append(topic)
        guard parents[topic] >= 0 else { break }
        topic = Int(parents[topic])
      }
      if depths[topic] == -1, let first = trail.firstIndex(of: topic), parents[topic] >= 0 {
        let root = trail[first...].min() ?? topic
        parents[root] = -1
        // The circle is open now; it is walked from its root on.
        let place = trail.firstIndex(of: root) ?? first
        trail = Array(trail[..<first]) + Array(trail[(place + 1)...]) + Array(trail[first...place])
      }
      for topic in trail.reversed() { settle(topic, deepest, &parents, &depths) }
    }
    return parents
  }

  private static func settle(_ topic: Int, _ deepest: Int, _ parents: inout [Int32], _ depths: inout [Int32]) {
    let parent = Int(parents[topic])
    guard parent >= 0 else { return depths[topic] = 1 }
    if depths[parent] > deepest { parents[topic] = parents[parent] }
    depths[topic] = min(depths[parent] + 1, Int32(deepest) + 1)
  }
}

/// Names of which none comes twice.
struct UniqueNames {
  private var known: Set<String> = []

  /// The name, with a number behind it where it was given out before.
  mutating func next(for wanted: String) -> String {
    var name = wanted
    var number = 1
    while !known.insert(name).inserted {
      number += 1
      name = "\(wanted)-\(number)"
    }
    return name
  }
}
