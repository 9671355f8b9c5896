import Source

/// An instruction in the making: its line is read, the lines below are not.
struct Draft {
  /// What is wrong with the line, in the text that the builder reads.
  struct Problem {
    let message: String
    let range: SourceRange

    init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  private(set) var instruction: Instruction
  var problems: [Problem] = []

  /// Whether `<<` opens a heredoc here: in RUN, COPY and ADD, and behind ONBUILD, but not in a JSON array.
  var mayHaveHeredocs: Bool {
    guard case .trigger(let trigger) = instruction.arguments else { return Self.mayHaveHeredocs(instruction) }
    return Self.mayHaveHeredocs(trigger)
  }

  private static func mayHaveHeredocs(_ instruction: Instruction) -> Bool {
    guard instruction.keyword == .run || instruction.keyword == .copy || instruction.keyword == .add else {
      return false
    }
    switch instruction.arguments {
    case .command(.exec), .words(_, isJSON: true): return false
    default: return true
    }
  }

  init(_ instruction: Instruction) {
    self.instruction = instruction
  }

  /// Adds what was found around the line.
  mutating func attach(_ heredocs: [Heredoc], comments: Range<Int>, blankLines: [SourceRange]) {
    instruction = instruction.with(heredocs, comments: comments, blankLines: blankLines)
  }
}

extension Instruction {
  /// The same with what was found around the line; heredocs belong to the instruction behind ONBUILD too.
  fileprivate func with(_ heredocs: [Heredoc], comments: Range<Int>, blankLines: [SourceRange]) -> Instruction {
    var arguments = arguments
    if !heredocs.isEmpty, case .trigger(let trigger) = arguments {
      arguments = .trigger(trigger.with(heredocs, comments: comments, blankLines: blankLines))
    }
    return Instruction(
      keyword: keyword, keywordRange: keywordRange,
      range: SourceRange(range.start, heredocs.last?.range.end ?? range.end), flags: flags, arguments: arguments,
      argumentsRange: argumentsRange, heredocs: heredocs, comments: comments, blankLines: blankLines)
  }
}
