import Source

/// Which topic of a note a place in its file belongs to: an outline's sections are about topics of their own.
package struct TopicSections {
  private let own: Int
  /// The topics with a section, and where that begins, in order.
  private var sections: [(start: Int, topic: Int)] = []
  private var anchors: [String: Int] = [:]

  package init(of note: Int, in topics: Topics) {
    own = topics.topic(ofNote: note)
    for topic in topics.topics(ofNote: note).dropFirst() {
      guard let anchor = topics[topic].anchor else { continue }
      sections.append((topics[topic].place.range.start, topic))
      anchors[anchor] = topic
    }
    sections.sort { $0 < $1 }
  }

  /// The topic that byte `offset` of the file is about: that of the last section that begins before it.
  package func topic(at offset: Int) -> Int {
    var (low, high) = (0, sections.count)
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? own : sections[low - 1].topic
  }

  /// The topic whose section has that id.
  func topic(anchor: String) -> Int? { anchors[anchor] }
}
