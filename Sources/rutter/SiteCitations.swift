import Notes
import Source

extension Citations {
  /// Reads what notes say of each other's topics: each text once, side by side, and only of notes that are cited.
  static func read(
    _ knowledge: KnowledgeBase, _ texts: [ReadSite.Text], in store: BodyStore, jobs: Int
  ) async throws -> Citations {
    let plan = CitationPlan(knowledge)
    let found = try await concurrentMap(texts.count, jobs: jobs, state: {}) { _, note throws(Failure) in
      plan.read(note, knowledge) { texts[note].body(in: store) }
    }
    return Citations(plan, sentences: found)
  }
}

extension KnowledgeBase {
  /// The lines on which topics that are still to be written are named, by topic.
  func stubLines() throws(Failure) -> [Int: Int] {
    var lines: [Int: Int] = [:]
    var file: (path: String, table: LineTable)?
    for topic in topics.indices where topics[topic].isStub {
      let place = topics[topic].place
      if file?.path != place.path { file = (place.path, LineTable(try FileReader.read(place.path))) }
      lines[topic] = file?.table.position(place.range.start).line
    }
    return lines
  }
}
