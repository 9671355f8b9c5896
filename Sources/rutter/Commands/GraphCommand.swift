import ArgumentParser
import Notes
import Source

/// `rutter graph`: what the notes of a site are about, and how it hangs together.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show how the topics of a site are connected.",
    discussion: """
      Writes the topics and their connections: all of them, those of some kinds, or what surrounds one topic. With \
      --mentions, shows where the notes name topics instead: one JSON object a line, with the place in the file.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("How it is written: json, dot or graphml.", valueName: "format"))
  var format: GraphFormat?

  @Option(help: ArgumentHelp("Only connections of these kinds, as in 'requires,part-of'.", valueName: "kinds"))
  var kinds: EdgeKinds?

  @Option(help: ArgumentHelp("Only what surrounds the topic of this name.", valueName: "name"))
  var topic: String?

  @Option(help: ArgumentHelp("How many connections away from --topic (default: 1).", valueName: "n"))
  var depth: Int?

  @Flag(help: "Show where the notes name topics.")
  var mentions = false

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth takes a number from 0") }
    if depth != nil, topic == nil { throw ValidationError("--depth needs --topic") }
    if mentions, format != nil || kinds != nil || topic != nil {
      throw ValidationError("--mentions goes with none of --format, --kinds and --topic")
    }
  }

  func run() async throws {
    let project = try site.project()
    let knowledge = try await site.knowledge(of: project)
    if mentions { return try Self.showMentions(of: knowledge, in: project) }
    let part = try part(of: knowledge)
    switch format ?? .json {
    case .json: Terminal.output.write(GraphJSON.bytes(knowledge, part))
    case .dot: Terminal.output.write(GraphDOT.bytes(knowledge, part))
    case .graphml: Terminal.output.write(GraphML.bytes(knowledge, part))
    }
  }

  /// What is asked for. A picture of all that is mentioned would be a ball of wool.
  private func part(of knowledge: KnowledgeBase) throws(Failure) -> GraphPart {
    let usual = Set(Edge.Kind.allCases.filter { format != .dot || $0 != .mentions })
    let kinds = kinds?.kinds ?? usual
    guard let topic else { return GraphPart(of: knowledge.graph, kinds: kinds) }
    let found = knowledge.topics(called: topic)
    guard !found.isEmpty else {
      let nearest = knowledge.nearestName(to: topic).map { ", did you mean '\($0)'?" } ?? ""
      throw Failure("No topic has the name '\(topic)'\(nearest)")
    }
    return GraphPart(of: knowledge.graph, kinds: kinds, around: found, depth: depth ?? 1)
  }

  /// Writes all mentions, note by note.
  private static func showMentions(of knowledge: KnowledgeBase, in project: Project) throws {
    let ids = TopicIDs(knowledge.topics, knowledge.index)
    for note in knowledge.notes.indices where !knowledge.mentions[note].isEmpty {
      let file = knowledge.notes[note].file
      let path = String(file.dropFirst(project.prefix.count))
      let lines = MentionLines(of: note, in: knowledge, ids, path: path, try FileReader.read(file))
      Terminal.output.write(lines.json)
    }
  }
}

/// What a graph is written as.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  case json
  case dot
  case graphml
}

/// Kinds of connections on the command line: their names with commas between them.
struct EdgeKinds: ExpressibleByArgument {
  let kinds: Set<Edge.Kind>

  init?(argument: String) {
    let kinds = argument.split(separator: ",").map { Edge.Kind.named($0.filter { $0 != " " }) }
    guard !kinds.isEmpty, kinds.allSatisfy({ $0 != nil }) else { return nil }
    self.kinds = Set(kinds.compactMap { $0 })
  }

  static var allValueStrings: [String] { Edge.Kind.allCases.map(\.name) }
}
