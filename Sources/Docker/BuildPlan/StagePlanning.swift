import Source

/// Each FROM, and which of the stages is built.
extension Planner {
  /// Plans the stages: what each starts from, and what its name is.
  mutating func planStages() {
    for written in file.stages { planStage(written.instructions, written) }
    guard file.stages.isEmpty else { return }
    if options.isFragment {
      planStage(0..<file.instructions.count, nil)
    } else if let last = file.instructions.last, file.instructions.allSatisfy({ $0.keyword == .arg }) {
      // Others are refused themselves for standing before the first FROM.
      report("Dockerfile without FROM, so without a stage to build", at: last.keywordRange)
    }
  }

  private mutating func planStage(_ instructions: Range<Int>, _ written: Dockerfile.Stage?) {
    let index = stages.count
    let name = written?.name.map { file[$0].lowercased[...] }
    var state = blank
    state.environment = globals
    var step = BuildStep(index: instructions.lowerBound, stage: index, isTrigger: false, state: state)
    let base = written.map { self.base(of: $0, &step) } ?? BuildStage.Base.unknown
    let platform = written == nil ? nil : platform(of: file.instructions[instructions.lowerBound], &step)
    stages.append(
      BuildStage(
        index: index, name: name, base: base, platform: platform, instructions: instructions,
        onBuild: instructions.filter { file.instructions[$0].keyword == .onbuild }))
    // The other steps are made when the stage is run.
    for number in instructions {
      let isFrom = number == instructions.lowerBound && written != nil
      steps.append(isFrom ? step : BuildStep(index: number, stage: index, isTrigger: false, state: blank))
    }
    if let name { names.set(name, to: index) }
  }

  private mutating func base(of written: Dockerfile.Stage, _ step: inout BuildStep) -> BuildStage.Base {
    guard let word = written.base, let image = expand(word, in: globals) else { return .unknown }
    step.words.append(image)
    if image.value.isEmpty {
      report("Image '\(file[word].excerpt)' is empty once its variables are replaced", at: word.range)
      return .unknown
    }
    if let stage = names[image.value] { return .stage(stage) }
    if image.value == "scratch" { return .scratch }
    do throws(ValueFault) {
      return .image(try ImageReference(image.value))
    } catch {
      report(error, in: image)
      return .unknown
    }
  }

  private mutating func platform(of from: Instruction, _ step: inout BuildStep) -> Platform? {
    guard let value = from.flag("platform", in: file)?.value, !file[value].isEmpty,
      let platform = expand(value, in: globals)
    else { return nil }
    step.words.append(platform)
    if platform.value.isEmpty {
      report("Platform '\(file[value].excerpt)' is empty once its variables are replaced", at: value.range)
      return nil
    }
    do throws(ValueFault) {
      return try Platform(platform.value)
    } catch {
      report(error, in: platform)
      return nil
    }
  }

  /// Finds the stage to build.
  mutating func findTarget() {
    guard let name = options.target, !name.isEmpty else {
      target = stages.indices.last
      return
    }
    target = names[name.lowercased[...]]
    guard target == nil else { return }
    let meant = Suggestion.nearest(to: name.string, among: stages.compactMap { $0.name?.string })
    let hint = meant.map { ", did you mean '\($0)'?" } ?? ""
    let place = file.instructions.last?.keywordRange ?? SourceRange(at: 0)
    report("Target '\(name.excerpt)' is no stage of this file\(hint)", at: place)
  }
}
