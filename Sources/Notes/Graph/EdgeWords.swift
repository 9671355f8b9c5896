extension Edge.Kind {
  /// What a kind of connection is called, seen from either end.
  public struct Words: Sendable, Hashable {
    /// Over the topics that it leads to: Volume `part of` Engine.
    public let outgoing: String
    /// Over the topics that it comes from: Engine has the `parts` Volume.
    public let incoming: String

    init(_ outgoing: String, _ incoming: String) {
      self.outgoing = outgoing
      self.incoming = incoming
    }
  }

  /// How pages and commands call it, in small letters.
  public var words: Words {
    switch self {
    case .isA: Words("is a", "kinds")
    case .partOf: Words("part of", "parts")
    case .requires: Words("requires", "required by")
    case .contrasts: Words("contrasts with", "contrasts with")
    case .owns: Words("owns", "owned by")
    case .selects: Words("selects", "selected by")
    case .routesTo: Words("routes to", "gets traffic from")
    case .mounts: Words("mounts", "mounted by")
    case .configures: Words("configures", "configured by")
    case .runsOn: Words("runs on", "runs")
    case .next: Words("next", "previous")
    case .see: Words("see also", "seen from")
    case .links: Words("links to", "linked from")
    case .mentions: Words("mentions", "mentioned by")
    }
  }

  /// Whether it says the same from either end.
  public var isSymmetric: Bool { self == .contrasts }

  /// The kind that is called so in front matter and in reports, such as `part-of`.
  public static func named(_ name: String) -> Edge.Kind? {
    allCases.first { $0.name == name }
  }
}

extension Edge.Origin {
  /// Its name in reports, such as `front-matter`.
  public var name: String {
    switch self {
    case .frontMatter: "front-matter"
    case .nesting: "nesting"
    case .definition: "definition"
    case .prerequisites: "prerequisites"
    case .text: "text"
    }
  }
}
