package import Source

/// Rules about code that runs.
package enum RunRules {
  static let unknownSnippet = Rule(
    "run/unknown-snippet", .error, "Name snippets in 'with=' that run on the same page",
    advice: "Correct the name, or give the snippet that is meant 'run' and that 'name='")

  static let circularSnippets = Rule(
    "run/circular-snippets", .error, "Let no snippet need itself",
    advice: "Take one of the names out of 'with='; the snippets are not run")

  static let duplicateName = Rule(
    "run/duplicate-name", .error, "Give each runnable snippet of a page a name of its own",
    advice: "Rename one of them; the name leads to the first")

  static let noImage = Rule(
    "run/no-image", .error, "Say in which image a session runs",
    advice: "Name a Dockerfile of the page with 'with=', or an image with 'image='")

  static let notRunnable = Rule(
    "run/not-runnable", .warning, "Mark only code as runnable that can be run",
    advice: "Take 'run' from the fence, or write the code as a Dockerfile, a console session or a shell script")

  static let unsupportedCommand = Rule(
    "run/unsupported-command", .warning, "Write commands that can be carried out",
    advice: "Write the command so that it can be carried out, or pass the snippet over with 'skip='")

  static let unknownMount = Rule(
    "run/unknown-mount", .error, "Mount only what site.yaml names",
    advice: "Name the folder below 'run: mounts:' in site.yaml, and write 'mount=NAME:/path'")

  static let missingBase = Rule(
    "run/missing-base", .error, "Have the images at hand that snippets start from",
    advice:
      "Give it with '--base NAME=DIR|TAR', or let it be fetched with '--pull'; nothing is fetched without being asked")

  static let failedBuild = Rule(
    "run/failed-build", .error, "Let Dockerfiles that are run build",
    advice: "Correct the Dockerfile, or say 'expect=fail' if it is to show how a build fails")

  static let failedCommand = Rule(
    "run/failed-command", .error, "Let commands of a session succeed",
    advice: "Correct the command, or say 'expect=fail' if it is to show how it fails")

  static let unexpectedOutput = Rule(
    "run/unexpected-output", .error, "Show what commands really print",
    advice: "Correct the output, let 'rutter run --update' do it, or write … for what differs each time")

  static let unexpectedSuccess = Rule(
    "run/unexpected-success", .error, "Let what is expected to fail fail",
    advice: "Take 'expect=fail' from the fence, or show again what goes wrong")

  static let wrongMessage = Rule(
    "run/wrong-message", .error, "Let what fails say what is expected",
    advice: "Correct 'message=', or what goes wrong")

  static let timeout = Rule(
    "run/timeout", .error, "Let snippets end in time",
    advice: "Make it faster, or give it more with 'timeout=SECONDS'")

  static let engineFailure = Rule(
    "run/engine-failure", .error, "Let the engine do its work",
    advice: "See what the engine says; 'rutter run --dry-run' shows what it is given")

  /// The rules that need no engine: they are about what is written.
  package static let written = [
    unknownSnippet, circularSnippets, duplicateName, noImage, notRunnable, unsupportedCommand, unknownMount,
  ]

  /// All rules.
  package static let all =
    written + [
      missingBase, failedBuild, failedCommand, unexpectedOutput, unexpectedSuccess, wrongMessage, timeout,
      engineFailure,
    ]
}
