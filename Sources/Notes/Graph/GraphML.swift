import Source

/// Writes a graph of topics as GraphML, which Gephi, yEd and NetworkX read.
public enum GraphML {
  /// A directed graph; what is known of topics and connections stands in typed attributes.
  public static func bytes(_ knowledge: KnowledgeBase, _ part: GraphPart) -> [UInt8] {
    let ids = TopicIDs(knowledge.topics, knowledge.index)
    var output = ByteWriter()
    output.append(head)
    for topic in part.topics { write(topic, ids[topic], in: knowledge, &output) }
    for (number, edge) in part.edges.enumerated() { write(edge, number, ids, &output) }
    output.append("  </graph>\n</graphml>\n")
    return output.finish()
  }

  private static let head: StaticString = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      <key id="label" for="node" attr.name="label" attr.type="string"/>
      <key id="aliases" for="node" attr.name="aliases" attr.type="string"/>
      <key id="kind" for="node" attr.name="kind" attr.type="string"/>
      <key id="domain" for="node" attr.name="domain" attr.type="string"/>
      <key id="definition" for="node" attr.name="definition" attr.type="string"/>
      <key id="url" for="node" attr.name="url" attr.type="string"/>
      <key id="stub" for="node" attr.name="stub" attr.type="boolean"/>
      <key id="note" for="node" attr.name="note" attr.type="string"/>
      <key id="relation" for="edge" attr.name="kind" attr.type="string"/>
      <key id="origin" for="edge" attr.name="origin" attr.type="string"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
      <graph id="topics" edgedefault="directed">

    """

  private static func write(_ number: Int, _ id: String, in knowledge: KnowledgeBase, _ output: inout ByteWriter) {
    let topic = knowledge.topics[number]
    output.append("    <node id=\"")
    output.append(xml: id)
    output.append("\">")
    output.append(data: "label", topic.name)
    if !topic.aliases.isEmpty { output.append(data: "aliases", topic.aliases.joined(separator: "; ")) }
    output.append(data: "kind", topic.kind?.rawValue)
    output.append(data: "domain", topic.domain)
    output.append(data: "definition", topic.definition.isEmpty ? nil : topic.definition)
    output.append(data: "url", knowledge.url(of: number))
    output.append(data: "stub", topic.isStub ? "true" : "false")
    output.append(data: "note", knowledge.notes[topic.note].path.path)
    output.append("</node>\n")
  }

  private static func write(_ edge: Edge, _ number: Int, _ ids: TopicIDs, _ output: inout ByteWriter) {
    output.append("    <edge id=\"e")
    output.append(number)
    output.append("\" source=\"")
    output.append(xml: ids[edge.from])
    output.append("\" target=\"")
    output.append(xml: ids[edge.to])
    output.append("\">")
    output.append(data: "relation", edge.kind.name)
    output.append(data: "origin", edge.origin.name)
    output.append(data: "weight", String(edge.count))
    output.append("</edge>\n")
  }
}

extension ByteWriter {
  /// Appends the value of an attribute, where there is one.
  fileprivate mutating func append(data key: StaticString, _ value: String?) {
    guard let value else { return }
    append("<data key=\"")
    append(key)
    append("\">")
    append(xml: value)
    append("</data>")
  }

  /// Appends text for XML. Characters that XML has no way to say become U+FFFD.
  fileprivate mutating func append(xml text: String) {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF }
    guard !isPlain else { return append(escaping: text) }
    var allowed = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: allowed += " "
      case 0..<0x20, 0xFFFE, 0xFFFF: allowed += "\u{FFFD}"
      default: allowed.unicodeScalars.append(scalar)
      }
    }
    append(escaping: allowed)
  }
}
