import Source

/// What concerns the file as a whole.
extension Planner {
  /// Refuses a time of all files that is neither a number nor the name of a stage that fetches one thing.
  mutating func checkEpoch() {
    let name = Bytes("SOURCE_DATE_EPOCH")
    guard let value = arguments[name] ?? globals[name]?.value, !value.isEmpty, value.signed() == nil,
      value != "context"
    else { return }
    let word = steps.lazy.flatMap { $0.words }.first { $0.value.elementsEqual(value) }?.word
    let place = word?.range ?? file.instructions.first?.keywordRange ?? SourceRange(at: 0)
    let named = stages.first { $0.name.map { $0.elementsEqual(value.lowercased) } == true }
    guard let stage = named else {
      report(
        "Time '\(value.excerpt)' is none: SOURCE_DATE_EPOCH takes seconds since 1970, 'context', or a stage", at: place)
      return
    }
    checkEpochStage(stage, at: place)
  }

  private mutating func checkEpochStage(_ stage: BuildStage, at place: SourceRange) {
    let fault = "Stage '\(stage.title)' cannot give SOURCE_DATE_EPOCH: it must fetch one thing by ADD, from scratch"
    guard case .scratch = stage.base else {
      report(fault, at: place)
      return
    }
    var count = 0
    for index in stage.instructions.dropFirst() {
      switch file.instructions[index].keyword {
      case .arg: break
      case .add: count += 1
      default:
        report(fault, at: file.instructions[index].keywordRange)
        return
      }
    }
    if count != 1 { report(fault, at: place) }
  }
}
