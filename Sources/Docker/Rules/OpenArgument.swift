import Source

extension Inspection {
  /// Where the builder stops, as it reads the file or as it plans the build.
  ///
  /// A FROM that waits for a build argument is none of those places: whoever builds the file gives it.
  var refusals: [Diagnostic] {
    let open = openWords
    let written = file.problems + InstructionStage.refusals(in: file, isFragment: surroundings.isFragment)
    guard !open.isEmpty else { return written + plan.problems }
    return written
      + plan.problems.filter { problem in
        !open.contains { $0.start <= problem.place.range.start && problem.place.range.end <= $0.end }
      }
  }

  /// The words of FROMs, in the file, in which an ARG stands that has no value.
  private var openWords: [SourceRange] {
    var words: [SourceRange] = []
    for stage in file.stages where words.count < 100 {
      for word in plan.steps[stage.instructions.lowerBound].words where word.waitsForArgument {
        words.append(file.text.rangeInFile(word.word.range))
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
