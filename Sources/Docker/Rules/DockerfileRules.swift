public import Source

/// What is known beside a Dockerfile when it is checked.
public struct Surroundings: Sendable {
  /// Whether it may lack a FROM: it is an excerpt in a note.
  public var isFragment = false

  /// Nothing is known.
  public init() {}
}

/// All rules for Dockerfiles.
public enum DockerfileRules {
  /// The words of all rules.
  public static var all: [Rule] {
    [Refusal.syntax, Refusal.instruction, Refusal.stage]
  }

  /// What is wrong with the Dockerfile in `source`, with places in its file.
  public static func check(_ source: SourceText, in surroundings: Surroundings) -> [Diagnostic] {
    []
  }
}
