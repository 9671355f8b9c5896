import Source

/// Writes a graph of topics in the language of Graphviz.
public enum GraphDOT {
  /// A `digraph` with a box around the topics of each domain.
  public static func bytes(_ knowledge: KnowledgeBase, _ part: GraphPart) -> [UInt8] {
    let ids = TopicIDs(knowledge.topics, knowledge.index)
    var output = ByteWriter()
    output.append(head)
    for (domain, topics) in domains(of: part, in: knowledge) {
      guard let domain else {
        for topic in topics { write(topic, ids[topic], in: knowledge, &output, indent: "  ") }
        continue
      }
      output.append("  subgraph ")
      output.append(dotString: "cluster_" + domain)
      output.append(" {\n    label=")
      output.append(dotLabel: domain)
      output.append(";\n")
      for topic in topics { write(topic, ids[topic], in: knowledge, &output, indent: "    ") }
      output.append("  }\n")
    }
    let symmetric = Set(part.edges.lazy.filter(\.kind.isSymmetric).map(Pair.init))
    // A label beside an edge costs no room of its own: with many edges that is the difference between seconds and hours.
    let label: StaticString = part.edges.count > 150 ? ", xlabel=" : ", label="
    for edge in part.edges where !isRepeated(edge, symmetric) { write(edge, ids, label, &output) }
    output.append("}\n")
    return output.finish()
  }

  private static let head: StaticString = """
    digraph topics {
      graph [rankdir=LR, fontname="Helvetica", fontsize=12, fontcolor="#57606a", color="#d0d7de", style=rounded, \
    nslimit=1, nodesep=0.25, ranksep=0.7];
      node [shape=box, style="rounded,filled", fillcolor="#f6f8fa", color="#8c959f", fontname="Helvetica", fontsize=11, \
    margin="0.12,0.06"];
      edge [color="#57606a", fontcolor="#57606a", fontname="Helvetica", fontsize=9, arrowsize=0.7];

    """

  /// The topics by domain, those without one first, then in the order in which domains appear.
  private static func domains(of part: GraphPart, in knowledge: KnowledgeBase) -> [(String?, [Int])] {
    var places: [String: Int] = [:]
    var groups: [(String?, [Int])] = [(nil, [])]
    for topic in part.topics {
      guard let domain = knowledge.topics[topic].domain else {
        groups[0].1.append(topic)
        continue
      }
      if places[domain] == nil {
        places[domain] = groups.count
        groups.append((domain, []))
      }
      groups[places[domain] ?? 0].1.append(topic)
    }
    return groups
  }

  private static func write(
    _ number: Int, _ id: String, in knowledge: KnowledgeBase, _ output: inout ByteWriter, indent: StaticString
  ) {
    let topic = knowledge.topics[number]
    output.append(indent)
    output.append(dotString: id)
    output.append(" [label=")
    output.append(dotLabel: topic.name)
    if !topic.definition.isEmpty {
      output.append(", tooltip=")
      output.append(dotLabel: topic.definition)
    }
    if let url = knowledge.url(of: number) {
      output.append(", URL=")
      output.append(dotLabel: url)
    }
    if topic.isStub { output.append(", style=\"rounded,dashed\", fontcolor=\"#57606a\"") }
    output.append("];\n")
  }

  private static func write(_ edge: Edge, _ ids: TopicIDs, _ label: StaticString, _ output: inout ByteWriter) {
    output.append("  ")
    output.append(dotString: ids[edge.from])
    output.append(" -> ")
    output.append(dotString: ids[edge.to])
    output.append(" [")
    output.append(edge.kind.style)
    if edge.kind.hasLabel {
      output.append(label)
      output.append(dotLabel: edge.kind.words.outgoing)
    }
    output.append("];\n")
  }

  /// Both ends of a connection that is the same from either.
  private struct Pair: Hashable {
    let from: Int
    let to: Int

    init(_ edge: Edge) { (from, to) = (edge.from, edge.to) }
  }

  /// Whether the other direction of a symmetric connection is drawn in the place of this one.
  private static func isRepeated(_ edge: Edge, _ symmetric: Set<Pair>) -> Bool {
    guard edge.kind.isSymmetric, edge.from > edge.to else { return false }
    return symmetric.contains(Pair(Edge(from: edge.to, to: edge.from, edge.kind, edge.origin, at: 0)))
  }
}

extension Edge.Kind {
  /// Whether words stand beside it; the most frequent kinds are known by their looks.
  fileprivate var hasLabel: Bool { isRelation && self != .partOf }

  /// How it is drawn. What says how things are made shapes the picture; what only refers does not.
  fileprivate var style: StaticString {
    switch self {
    case .isA: "arrowhead=empty"
    case .partOf: "arrowhead=odiamond"
    case .requires: "color=\"#cf222e\", penwidth=1.3"
    case .contrasts: "dir=none, style=dashed, color=\"#8250df\", weight=0"
    case .owns: "color=\"#116329\", dir=both, arrowtail=diamond"
    case .selects: "color=\"#0969da\", style=dashed, arrowhead=vee"
    case .routesTo: "color=\"#0969da\", penwidth=1.3"
    case .mounts: "color=\"#9a6700\", arrowhead=box"
    case .configures: "color=\"#9a6700\", style=dashed, arrowhead=vee"
    case .runsOn: "color=\"#116329\""
    case .next: "color=\"#bf8700\", penwidth=1.3, weight=0"
    case .see: "style=dotted, weight=0"
    case .links: "color=\"#afb8c1\", weight=0"
    case .mentions: "color=\"#d0d7de\", style=dotted, arrowsize=0.5, weight=0"
    }
  }
}

extension ByteWriter {
  /// Appends a quoted string in which nothing has a meaning of its own.
  fileprivate mutating func append(dotString text: String) {
    append("\"")
    append(dotText: text, isLabel: false)
    append("\"")
  }

  /// Appends a quoted string that Graphviz shows: there `\n` would be an end of line and `&lt;` a `<`.
  fileprivate mutating func append(dotLabel text: String) {
    append("\"")
    append(dotText: text, isLabel: true)
    append("\"")
  }

  private mutating func append(dotText text: String, isLabel: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "&") where isLabel: append("&amp;")
      case 0..<0x20, 0x7F: append(" ")
      default: append(byte)
      }
    }
  }
}
