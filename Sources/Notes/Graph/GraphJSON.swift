import Source

/// Writes a graph of topics as JSON: what `rutter graph` prints, and what stands beside the pages as `graph.json`.
public enum GraphJSON {
  /// `{"version":1,"nodes":[…],"edges":[…]}`, as the manual's schema says.
  ///
  /// - Parameter part: The topics and connections to write; by default all.
  public static func bytes(_ knowledge: KnowledgeBase, _ part: GraphPart? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    write(knowledge, part) { bytes += $0 }
    return bytes
  }

  /// How many bytes are handed over at a time, about.
  private static let pieceSize = 1 << 19

  /// Writes the same piece by piece: the graph of a large site need not be in memory as text.
  ///
  /// - Parameter append: Takes the next piece.
  public static func write<Problem: Error>(
    _ knowledge: KnowledgeBase, _ part: GraphPart? = nil, append: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) {
    let part = part ?? GraphPart(of: knowledge.graph)
    let ids = TopicIDs(knowledge.topics, knowledge.index)
    var output = ByteWriter(capacity: pieceSize + pieceSize / 8)
    output.append("{\"version\":1,\"nodes\":[")
    for (number, topic) in part.topics.enumerated() {
      if number > 0 { output.append(",") }
      var json = JSONWriter()
      json.object { node(topic, ids[topic], in: knowledge, &$0) }
      output.append(json.finish())
      if output.count > pieceSize { try handOver(&output, append) }
    }
    output.append("],\"edges\":[")
    for (number, edge) in part.edges.enumerated() {
      if number > 0 { output.append(",") }
      var json = JSONWriter()
      json.object { Self.edge(edge, ids, &$0) }
      output.append(json.finish())
      if output.count > pieceSize { try handOver(&output, append) }
    }
    output.append("]}\n")
    try append(output.finish())
  }

  private static func handOver<Problem: Error>(
    _ output: inout ByteWriter, _ append: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) {
    try append(output.bytes)
    output.removeAll()
  }

  private static func node(_ number: Int, _ id: String, in knowledge: KnowledgeBase, _ json: inout JSONWriter) {
    let topic = knowledge.topics[number]
    json.member("id", id)
    json.member("name", topic.name)
    json.array("aliases") { json in for alias in topic.aliases { json.string(alias) } }
    json.member("kind", topic.kind?.rawValue)
    json.member("domain", topic.domain)
    json.member("definition", topic.definition.isEmpty ? nil : topic.definition)
    json.member("url", knowledge.url(of: number))
    json.member("stub", topic.isStub)
    json.member("note", knowledge.notes[topic.note].path.path)
  }

  private static func edge(_ edge: Edge, _ ids: TopicIDs, _ json: inout JSONWriter) {
    json.member("from", ids[edge.from])
    json.member("to", ids[edge.to])
    json.member("kind", edge.kind.name)
    json.member("count", edge.count)
    json.member("origin", edge.origin.name)
  }
}

extension KnowledgeBase {
  /// Where a topic's text is, seen from the root of the site and escaped, such as `docker/volume/#backups`; nothing for a
  /// stub. The root itself is `./`.
  public func url(of topic: Int) -> String? {
    let topic = topics[topic]
    guard !topic.isStub else { return nil }
    let page = index.addresses[topic.note].path
    let address = page.isEmpty ? "./" : PercentEncoding.encode(path: page)
    return address + (topic.anchor.map { "#" + PercentEncoding.encode(path: $0) } ?? "")
  }
}
