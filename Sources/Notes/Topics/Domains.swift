/// The fields that a site's topics belong to, each with a number.
public struct Domains: Sendable {
  /// Their names, as notes write them, in the order in which they come up.
  public let names: [String]
  private let numbers: [Int32]

  /// The domains of all topics.
  public init(_ topics: Topics) {
    var names: [String] = []
    var known: [String: Int32] = [:]
    numbers = topics.map { topic in
      guard let domain = topic.domain else { return -1 }
      if let number = known[domain] { return number }
      let number = Int32(names.count)
      known[domain] = number
      names.append(domain)
      return number
    }
    self.names = names
  }

  /// The domain of a topic, by its place in `names`; none where it belongs to none.
  public func domain(of topic: Int) -> Int? {
    numbers[topic] < 0 ? nil : Int(numbers[topic])
  }
}
