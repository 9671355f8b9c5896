/// What the best texts of each page tell as wholes.
struct TextEvidence {
  // By page, the best of its titles and aliases, headings, links that lead to it, and of its address.
  private var titles: [Float]
  private var headings: [Float]
  private var links: [Float]
  private var addresses: [Float]
  /// By page: the section whose heading is the best, or -1.
  private var sections: [Int32]
  /// By page: which words of the query that heading has.
  private var sectionWords: [UInt32]

  init(pages: Int) {
    titles = [Float](repeating: 0, count: pages)
    (headings, links, addresses) = (titles, titles, titles)
    sections = [Int32](repeating: -1, count: pages)
    sectionWords = [UInt32](repeating: 0, count: pages)
  }

  /// Adds a text of a page.
  mutating func add(_ match: TextMatch, _ field: TextField, _ quality: Float, page: Int, section: Int?) {
    switch field {
    case .title, .alias: titles[page] = max(titles[page], quality)
    case .inbound: links[page] = max(links[page], quality)
    case .path: addresses[page] = max(addresses[page], quality)
    default:
      guard headings[page] < quality else { return }
      headings[page] = quality
      sections[page] = section.map { Int32(truncatingIfNeeded: $0) } ?? -1
      sectionWords[page] = match.queryWords
    }
  }

  /// What the texts of a page tell together.
  func sum(_ page: Int) -> Float {
    Weight.title * titles[page] + Weight.heading * headings[page] + Weight.link * links[page]
      + Weight.address * addresses[page]
  }

  /// The section of a page that fits better than its title, and which words of the query its heading has.
  func section(_ page: Int) -> (Int?, UInt32) {
    let fits = sections[page] >= 0 && headings[page] > titles[page]
    return fits ? (Int(sections[page]), sectionWords[page]) : (nil, 0)
  }
}
