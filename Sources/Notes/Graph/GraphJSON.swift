import Source

/// Writes a graph of topics as JSON: what `rutter graph` prints, and what stands beside the pages as `graph.json`.
public enum GraphJSON {
  /// `{"version":1,"nodes":[…],"edges":[…]}`, as the manual's schema says.
  ///
  /// - Parameter part: The topics and connections to write; by default all.
  public static func bytes(_ knowledge: KnowledgeBase, _ part: GraphPart? = nil) -> [UInt8] {
    let part = part ?? GraphPart(of: knowledge.graph)
    let ids = TopicIDs(knowledge.topics, knowledge.index)
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("nodes") { json in
        for topic in part.topics { json.object { node(topic, ids[topic], in: knowledge, &$0) } }
      }
      json.array("edges") { json in
        for edge in part.edges { json.object { Self.edge(edge, ids, &$0) } }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
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
