public import Source

/// All rules for Dockerfiles.
public enum DockerfileRules {
  /// The rules, apart from what the builder refuses.
  static let list: [DockerfileRule] = [
    .absoluteWorkdir,
    .almostJSON,
    .asCasing,
    .bakedConfiguration,
    .copiedSecret,
    .destinationSlash,
    .duplicateStageName,
    .emptyContinuation,
    .execFormCommand,
    .execFormHealthcheck,
    .exposedSecret,
    .ignoredCommand,
    .imageLabels,
    .keyValueForm,
    .keywordCasing,
    .labelName,
    .labelSchema,
    .latestTag,
    .linkedCopy,
    .linkWithChmod,
    .lowercaseStageName,
    .maintainer,
    .misplacedDirective,
    .misspeltLabel,
    .misspeltStage,
    .namedUser,
    .needlessAdd,
    .oneCMD,
    .oneEntrypoint,
    .oneHealthcheck,
    .redundantPlatform,
    .relativeDestination,
    .reservedStageName,
    .rootUser,
    .sameInstruction,
    .secretLikeVariable,
    .secretVariable,
    .smallBase,
    .typographicMarks,
    .unknownSource,
    .unprivilegedUser,
    .untaggedImage,
    .unusedStage,
    .wholeFileSystem,
  ]

  /// The words of all rules.
  public static var all: [Rule] {
    [Refusal.syntax, Refusal.instruction, Refusal.stage, TerminalTranscript.rule] + list.map { $0.rule }
  }

  /// What is wrong with the Dockerfile in `source`, with places in its file, in no particular order.
  public static func check(_ source: SourceText, in surroundings: Surroundings = Surroundings()) -> [Diagnostic] {
    if let transcript = TerminalTranscript(source, in: surroundings) { return transcript.diagnostics }
    let inspection = Inspection(Dockerfile(parsing: source), in: surroundings)
    var findings = Findings(in: inspection.file)
    for rule in list { findings.check(rule, inspection) }
    return findings.diagnostics
  }
}
