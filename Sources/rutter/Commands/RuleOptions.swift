public import ArgumentParser
public import Source

/// What the command line says about rules.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("From which severity on to fail (default: error).", valueName: "severity"))
  var failOn: Severity?

  @Option(help: ArgumentHelp("Only rules with this name; * stands for anything. Repeatable.", valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp("No rules with this name; * stands for anything. Repeatable.", valueName: "rule"))
  var skip: [String] = []

  @Flag(name: .customLong("list-rules"), help: "List the rules and end.")
  var listRules = false

  /// The rules that count.
  var choice: RuleChoice { RuleChoice(only: only, skip: skip) }

  func validate() throws {
    for pattern in only + skip where !Checks.rules.contains(where: { RulePattern(pattern).matches($0) }) {
      let names = Checks.rules.map(\.id.name)
      let nearest = Suggestion.nearest(to: pattern, among: names).map { ", did you mean '\($0)'?" } ?? ""
      throw ValidationError("No rule has the name '\(pattern)'\(nearest)")
    }
  }

  /// Writes the rules that count to standard output.
  func list(asJSON: Bool) {
    let list = RuleList(Checks.rules.filter(choice.includes), optional: Checks.optionalRules)
    Terminal.output.write(asJSON ? list.json : list.text)
  }
}

extension Severity: ExpressibleByArgument {
  /// The severity of this name.
  public init?(argument: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == argument }) else { return nil }
    self = severity
  }

  /// The name, for help.
  public var defaultValueDescription: String { name }

  /// The names, for help.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
