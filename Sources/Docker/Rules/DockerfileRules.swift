public import Source

/// All rules for Dockerfiles.
public enum DockerfileRules {
  /// The rules, apart from what the builder refuses.
  static let list = instructions + packages

  /// The rules about instructions and what they hang together with.
  private static let instructions: [DockerfileRule] = [
    .absoluteWorkdir,
    .almostJSON,
    .asCasing,
    .bakedConfiguration,
    .bakedTests,
    .baseImagePlatform,
    .buildOnlyEnvironment,
    .carefulRemoval,
    .changedDirectory,
    .checkedCd,
    .consecutiveRuns,
    .constantPlatform,
    .copiedSecret,
    .copyIgnoredFile,
    .dashedGlob,
    .defaultBaseImage,
    .definitionDescription,
    .destinationSlash,
    .duplicateStageName,
    .echoEscape,
    .emptyContinuation,
    .emptyExpose,
    .emulatedBuild,
    .execFormCommand,
    .execFormHealthcheck,
    .exposeContainerPort,
    .exposedSecret,
    .exposeProtocolCasing,
    .findXargs,
    .fixedPlatform,
    .ignoredCommand,
    .imageLabels,
    .inlineSuppression,
    .keyValueForm,
    .keywordCasing,
    .labelName,
    .labelSchema,
    .labelValue,
    .largeUserNumber,
    .latestTag,
    .linkedCopy,
    .linkWithChmod,
    .lowercaseStageName,
    .maintainer,
    .maskedStatus,
    .misplacedDirective,
    .missingHealthcheck,
    .misspeltLabel,
    .misspeltStage,
    .namedUser,
    .needlessAdd,
    .needlessAlternative,
    .negatedCommand,
    .oneCMD,
    .oneEntrypoint,
    .oneHealthcheck,
    .oneProcess,
    .pipefail,
    .pointlessCommand,
    .posixShell,
    .quoteSubstitution,
    .quoteVariable,
    .redundantPlatform,
    .relativeDestination,
    .replacedShell,
    .requiredLabel,
    .reservedStageName,
    .rootUser,
    .sameInstruction,
    .secretLikeVariable,
    .secretVariable,
    .shellSyntax,
    .shippedBuildTools,
    .singlePassLoop,
    .singleQuotedVariable,
    .smallBase,
    .sudo,
    .typographicMarks,
    .unassignedVariable,
    .uncheckedHeredoc,
    .undeclaredArgument,
    .undefinedFromArgument,
    .undefinedVariable,
    .unknownRule,
    .unknownSource,
    .unlistedLabel,
    .unpackedArchive,
    .unprivilegedUser,
    .untaggedImage,
    .untrustedRegistry,
    .unusedStage,
    .wgetAndCurl,
    .wgetProgress,
    .wholeFileSystem,
  ]

  /// The rules for what the builder refuses.
  static let refusals = [Refusal.syntax, Refusal.instruction, Refusal.stage]

  /// The rules by all their names.
  static let table = RuleTable(list)

  /// The words of all rules.
  public static var all: [Rule] {
    refusals + [TerminalTranscript.rule] + list.map { $0.rule }
  }

  /// The rules that only run where somebody asks for them by name.
  public static var optional: [RuleID] {
    list.filter { $0.isOptional }.map { $0.rule.id }
  }

  /// What is wrong with the Dockerfile in `source`, with places in its file, in no particular order.
  public static func check(_ source: SourceText, in surroundings: Surroundings = Surroundings()) -> [Diagnostic] {
    if let transcript = TerminalTranscript(source, in: surroundings) { return transcript.diagnostics }
    let file = Dockerfile(parsing: source, isFragment: surroundings.isFragment)
    let inspection = Inspection(file, in: surroundings)
    var findings = Findings(in: inspection)
    for index in list.indices { findings.check(index, inspection) }
    return findings.diagnostics
  }
}
