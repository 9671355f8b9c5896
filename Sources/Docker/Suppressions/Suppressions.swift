import Source

/// What the comments of a file and the settings around it say about the rules: which run, how much they weigh, and where
/// they are silent. What the builder refuses is always told.
struct Suppressions: Sendable {
  /// Comments that silence rules, each with its place in the file.
  private(set) var pragmas: [(pragma: Pragma, comment: SourceRange)] = []
  /// Whether each rule, an index of `DockerfileRules.list`, runs.
  private var runs: [Bool]
  private var severities: [Severity]
  /// Rules by the instructions and stages in which they are silent.
  private var inInstructions: [Int: RuleSet] = [:]
  private var inStages: [Int: RuleSet] = [:]
  private let file: Dockerfile
  private let table: RuleTable

  init(_ file: Dockerfile, in surroundings: Surroundings) {
    let settings = surroundings.settings
    self.file = file
    table = DockerfileRules.table
    runs = DockerfileRules.list.map { !$0.isOptional }
    severities = DockerfileRules.list.map { $0.rule.severity }
    take(settings)
    for name in surroundings.wanted { for rule in table[name[...]] { runs[rule] = true } }
    takeDirective()
    for index in file.comments.indices { take(commentAt: index, obeys: !settings.ignoresPragmas) }
    for (index, instruction) in file.instructions.enumerated() where instruction.keyword == .run {
      for heredoc in instruction.heredocs { take(heredoc.body, of: index, obeys: !settings.ignoresPragmas) }
    }
    for name in settings.ignored { silence(table[name[...]]) }
  }

  /// The rule as it is to be checked; nothing where it is not.
  func rule(_ index: Int) -> Rule? {
    guard runs[index] else { return nil }
    let rule = DockerfileRules.list[index].rule
    return rule.severity == severities[index] ? rule : rule.weighing(severities[index])
  }

  /// Whether a rule is silent about a place of the file.
  func silence(_ rule: Int, at place: Place) -> Bool {
    guard !inInstructions.isEmpty || !inStages.isEmpty else { return false }
    let instruction = self.instruction(at: place.range.start)
    if inInstructions[instruction]?.contains(rule) == true { return true }
    guard !inStages.isEmpty, let stage = file.stage(at: instruction) else { return false }
    return inStages[stage]?.contains(rule) == true
  }

  private mutating func silence(_ rules: [Int]) {
    for rule in rules { runs[rule] = false }
  }

  private mutating func take(_ settings: LinterSettings) {
    for (name, severity) in settings.severities {
      for rule in table[name[...]] {
        runs[rule] = true
        severities[rule] = severity
      }
    }
  }
}

/// What a file says itself.
extension Suppressions {
  /// The directive at the top is about BuildKit's rules alone.
  private mutating func takeDirective() {
    guard let directive = file.directives.first(where: { $0.key == .check }) else { return }
    let value = file.source.bytes(directive.value).prefix { !$0.isSpace }
    guard let check = try? CheckDirective(value) else { return }
    for rule in rules(check.experimental) { runs[rule] = true }
    let skipped = rules(check.skipped)
    silence(skipped)
    if check.isError { for rule in table.buildKit { severities[rule] = .error } }
    if case .named(let names) = check.skipped, !names.isEmpty {
      pragmas.append((Pragma(skipping: names), directive.range))
    }
  }

  private func rules(_ checks: CheckDirective.Checks) -> [Int] {
    switch checks {
    case .all: table.buildKit
    case .named(let names): names.flatMap { table[$0] }
    }
  }

  private mutating func take(commentAt index: Int, obeys: Bool) {
    let comment = file.comments[index]
    guard let pragma = Pragma(file.source.bytes(comment.range)) else { return }
    if pragma.tool == .buildKit {
      // BuildKit obeys it directly above an instruction alone.
      guard file.instructions.indices.contains(comment.instruction),
        file.instructions[comment.instruction].comments.contains(index)
      else { return }
    }
    pragmas.append((pragma, comment.range))
    if obeys || pragma.tool == .buildKit { add(pragma, at: comment.instruction) }
  }

  private mutating func take(_ body: SourceRange, of instruction: Int, obeys: Bool) {
    guard file[body].contains("shellcheck") else { return }
    for line in file[body].split(separator: UInt8(ascii: "\n")) {
      let line = line.trimmed
      guard line.first == UInt8(ascii: "#"), obeys, let pragma = Pragma(line), pragma.tool == .shellCheck else {
        continue
      }
      add(pragma, at: instruction)
    }
  }

  private mutating func add(_ pragma: Pragma, at instruction: Int) {
    let rules = pragma.rules.flatMap { pragma.tool == .buildKit && $0 == "all" ? table.buildKit : table[$0] }
    switch pragma.reach {
    case .file: silence(rules)
    case .stage:
      guard let stage = file.stage(at: instruction) else { return }
      inStages[stage, default: RuleSet()].insert(rules)
    case .instruction: inInstructions[instruction, default: RuleSet()].insert(rules)
    }
  }

  /// The instruction that a place of the file belongs to: its own lines, and the comments above it.
  private func instruction(at offset: Int) -> Int {
    var low = 0
    var high = file.instructions.count
    while low < high {
      let middle = (low + high) / 2
      if file.text.rangeInFile(file.instructions[middle].range).end < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Dockerfile {
  /// The stage that an instruction belongs to, by bisection.
  fileprivate func stage(at instruction: Int) -> Int? {
    var low = 0
    var high = stages.count
    while low < high {
      let middle = (low + high) / 2
      if stages[middle].instructions.lowerBound <= instruction { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
