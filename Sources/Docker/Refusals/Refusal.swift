public import Source

/// The three rules for what the builder refuses, by the step that notices it.
///
/// Reference: BuildKit's `parser`, `instructions` and `dockerfile2llb` packages.
public enum Refusal {
  /// A Dockerfile can be parsed.
  public static let syntax = Rule(
    "dockerfile/syntax", .error, "Write what the builder can read",
    advice: "Correct the line; the builder stops here")

  /// Each instruction has the arguments and flags that it takes.
  public static let instruction = Rule(
    "dockerfile/instruction", .error, "Give each instruction the arguments and flags that it takes",
    advice: "Correct the instruction; the builder stops here", fix: .unsafe)

  /// Stages, variables and mounts make a build.
  public static let stage = Rule(
    "dockerfile/stage", .error, "Let stages, variables and mounts make a build",
    advice: "Correct the instruction; the build stops here", fix: .unsafe)
}
