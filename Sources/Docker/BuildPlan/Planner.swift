import Source

/// Makes the plan of a build, in the order in which BuildKit looks at things: global arguments, each FROM, what the
/// stages need of each other, and then the stages one by one.
struct Planner {
  let file: Dockerfile
  let options: BuildOptions
  private(set) var globals = Environment()
  private(set) var defaults = Environment()
  var steps: [BuildStep] = []
  var stages: [BuildStage] = []
  var target: Int?
  /// The stages by name; the last one of a name where several have it.
  var names = NameMap<Int>()
  /// The images that some COPY or RUN takes files from; the builder counts them like stages.
  var images: [(name: Bytes, range: SourceRange)] = []
  /// Whether stages take files from each other in a circle.
  var isCircular = false
  /// A stage of which nothing is known.
  let blank = StageState()
  /// What `--build-arg` says.
  let arguments: NameMap<Bytes>
  /// The variables of the image that an ARG of the stage hides: a stage built on it sees them again.
  var hidden: [Bytes] = []

  private var expander: Expander
  private var problems: [(stage: Int?, diagnostic: Diagnostic)] = []
  private var saidExhausted = false
  /// The stage that is looked at, for problems.
  var current: Int?

  init(_ file: Dockerfile, _ options: BuildOptions) {
    self.file = file
    self.options = options
    expander = Expander(escape: file.escape)
    var arguments = NameMap<Bytes>()
    for argument in options.arguments { arguments.set(argument.name, to: argument.value) }
    self.arguments = arguments
  }

  mutating func plan() -> BuildPlan {
    steps.reserveCapacity(file.instructions.count)
    planGlobals()
    planStages()
    checkEpoch()
    findTarget()
    findNeeds()
    checkImages()
    for index in stages.indices { runStage(index) }
    var urgent: [Diagnostic] = []
    var latent: [Diagnostic] = []
    for (stage, problem) in problems {
      if let stage, !stages[stage].isNeeded { latent.append(problem) } else { urgent.append(problem) }
    }
    return BuildPlan(self, problems: urgent, latentProblems: latent)
  }

  /// Reports that the builder stops at a range of `Dockerfile.text`.
  mutating func report(_ message: String, at range: SourceRange, notes: [Remark] = []) {
    add(Diagnostic(Refusal.stage, message, at: file.text.place(range), notes: notes))
  }

  mutating func add(_ diagnostic: Diagnostic) {
    problems.append((current, diagnostic))
  }

  /// Reports what is wrong with the value of a word: where it stands if nothing was replaced, else at the whole word.
  mutating func report(_ fault: ValueFault, in word: ExpandedWord) {
    report(fault, in: word.value, at: word.word)
  }

  /// Reports what is wrong with a value that was made of a word.
  mutating func report(_ fault: ValueFault, in value: Bytes, at word: Word) {
    let isWritten = value.range == word.range && word.decoded == nil
    add(
      isWritten
        ? fault.diagnostic(Refusal.stage, in: file) : fault.diagnostic(Refusal.stage, in: file, at: word.range))
  }

  /// Expands a word; nothing where that cannot be done, which is reported.
  mutating func expand(
    _ word: Word, as form: Expander.Form = .word, in environment: Environment
  ) -> ExpandedWord? {
    do throws(ExpansionError) {
      let expansion = try expander.expand(file[word], as: form, in: environment)
      let isWritten = word.decoded == nil
      let uses = isWritten ? expansion.uses : expansion.uses.map { $0.moved(to: word.range) }
      return ExpandedWord(word: word, value: expansion.value, parts: expansion.words, uses: uses)
    } catch {
      if case .exhausted = error.reason {
        if saidExhausted { return nil }
        saidExhausted = true
      }
      report(error.message, at: word.decoded == nil ? error.range : word.range)
      return nil
    }
  }

  /// Expands a value that stands at `range`, perhaps without the quotes that stand there.
  mutating func expand(_ value: Bytes, at range: SourceRange, in environment: Environment) -> ExpandedWord? {
    expand(Word(range, decoded: value.range == range ? nil : Array(value)), in: environment)
  }

  /// Counts work that a file could cause without end. Where it was too much, that is reported once.
  mutating func charge(_ count: Int, at range: SourceRange) -> Bool {
    if expander.charge(count) { return true }
    if !saidExhausted { report("Build repeats itself too often to be followed", at: range) }
    saidExhausted = true
    return false
  }
}

/// The arguments above the first FROM.
extension Planner {
  private mutating func planGlobals() {
    setPlatforms()
    let end = file.stages.first?.instructions.lowerBound ?? (options.isFragment ? 0 : file.instructions.count)
    var state = blank
    for index in 0..<end {
      state.environment = globals
      var step = BuildStep(index: index, stage: nil, isTrigger: false, state: state)
      if case .pairs(let pairs) = file.instructions[index].arguments, file.instructions[index].keyword == .arg {
        for pair in pairs { setGlobal(pair, &step) }
      }
      steps.append(step)
    }
  }

  private mutating func setGlobal(_ pair: Pair, _ step: inout BuildStep) {
    let name = file[pair.name]
    let given = arguments[name]
    let written = given == nil ? pair.value.flatMap { expand($0, in: globals) } : nil
    if let written { step.words.append(written) }
    set(name, to: given ?? written?.value, in: &globals)
    if given == nil {
      set(name, to: written?.value, in: &defaults)
    } else if let value = pair.value {
      // What is wrong there stops no build that has the argument.
      let expansion = try? expander.expand(file[value], in: defaults)
      set(name, to: expansion?.value, in: &defaults)
    }
  }

  private func set(_ name: Bytes, to value: Bytes?, in environment: inout Environment) {
    if let value { environment.set(name, to: value, by: .argument) } else { environment.declare(name) }
  }

  private mutating func setPlatforms() {
    let isUsual = options.arguments.isEmpty && options.builder == .usual && options.platform == .usual
    globals = isUsual ? Self.usual : Self.variables(of: options, arguments)
    let last = file.stages.last?.name.map { file[$0].lowercased[...] }
    let stage = options.target ?? last ?? []
    Self.set("TARGETSTAGE", to: stage.isEmpty ? Bytes("default") : stage, arguments, in: &globals)
    defaults = globals
  }

  /// The variables of a build for which nothing is said, made once for all files.
  private static let usual = variables(of: BuildOptions(), NameMap())

  /// The variables that the builder gives, which build arguments may replace.
  private static func variables(of options: BuildOptions, _ arguments: NameMap<Bytes>) -> Environment {
    var globals = Environment()
    func set(
      _ platform: Platform, _ names: (StaticString, StaticString, StaticString, StaticString, StaticString)
    ) {
      Self.set(names.0, to: platform.text[...], arguments, in: &globals)
      Self.set(names.1, to: platform.os[...], arguments, in: &globals)
      Self.set(names.2, to: [], arguments, in: &globals)
      Self.set(names.3, to: platform.architecture[...], arguments, in: &globals)
      Self.set(names.4, to: platform.variant[...], arguments, in: &globals)
    }
    set(options.builder, ("BUILDPLATFORM", "BUILDOS", "BUILDOSVERSION", "BUILDARCH", "BUILDVARIANT"))
    set(options.platform, ("TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH", "TARGETVARIANT"))
    return globals
  }

  private static func set(
    _ name: StaticString, to value: Bytes, _ arguments: NameMap<Bytes>, in globals: inout Environment
  ) {
    let name = Bytes(name)
    globals.set(name, to: arguments[name] ?? value, by: .builder)
  }
}
