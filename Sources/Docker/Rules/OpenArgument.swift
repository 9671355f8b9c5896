import Source

extension Inspection {
  /// Where the builder stops, as it reads the file or as it plans the build. Stages that the last one does not need
  /// count too: a build that names one as its target stops there.
  ///
  /// A FROM that waits for a build argument is one of those places, unless whoever wrote it says that it is meant so by
  /// silencing the rule about defaults.
  var refusals: [Diagnostic] {
    let written = file.problems + InstructionStage.refusals(in: file, isFragment: surroundings.isFragment)
    let planned = plan.problems + plan.latentProblems
    guard !planned.isEmpty else { return written }
    let meant = wordsMeantOpen
    return written
      + planned.filter { problem in
        !meant.contains { $0.start <= problem.place.range.start && problem.place.range.end <= $0.end }
      }
  }

  /// The words of FROMs, in the file, in which an ARG stands that has no value, where the rule about that is silent.
  private var wordsMeantOpen: [SourceRange] {
    guard let rule = DockerfileRules.table[Array("dockerfile/default-base-image".utf8)[...]].first else { return [] }
    let isOff = suppressions.rule(rule) == nil
    var words: [SourceRange] = []
    for stage in file.stages where words.count < 100 {
      for word in plan.steps[stage.instructions.lowerBound].words where word.waitsForArgument {
        let place = file.text.place(word.word.range)
        if isOff || suppressions.silence(rule, at: place) { words.append(place.range) }
      }
    }
    return words
  }
}

extension ExpandedWord {
  /// Whether an ARG stands in it that is declared and has no value.
  var waitsForArgument: Bool {
    uses.contains { $0.isDeclared && !$0.isSet && !$0.hasAlternative }
  }
}
