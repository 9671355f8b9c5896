/// How a site's notes use the names of topics.
struct SiteUsage: Sendable {
  /// How one topic's name is used.
  struct Use: Sendable {
    /// On how many pages.
    var pages = 0
    /// How often within a sentence, where it is no part of a compound, and how often of these with a capital.
    var within = 0
    var capitals = 0
    /// How often in its own domain, and how often of these the text around it speaks of the same as its definition.
    var native = 0
    var evident = 0

    /// The share of capitals where a capital says something.
    var capitalShare: Double { within == 0 ? 0 : Double(capitals) / Double(within) }
    /// Whether authors write the name with a capital when they mean the topic, so that lower case says something, too.
    var isCapitalised: Bool { capitals >= 2 && capitalShare >= 0.3 }
    /// Whether the topic is what the word mostly means in its domain: seen more often than not where one can see it.
    var isPredominant: Bool { Double(evident + 1) / Double(native + 2) >= 0.53 }
  }

  private var uses: [Use]
  init(_ pages: [ConceptLinker.Occurrences], _ topicCount: Int) {
    uses = Array(repeating: Use(), count: topicCount)
    for page in pages {
      for usage in page.usage {
        let topic = Int(usage.topic)
        uses[topic].pages += 1
        uses[topic].within += Int(usage.within)
        uses[topic].capitals += Int(usage.capitals)
        uses[topic].native += Int(usage.native)
        uses[topic].evident += Int(usage.evident)
      }
    }
  }

  subscript(_ topic: Int) -> Use { uses[topic] }
}
