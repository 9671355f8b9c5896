import Source

/// The builder's second step: it gives each line its meaning, and asks whether it has what its instruction takes.
///
/// Where it stops, this goes on with the next instruction.
///
/// Reference: BuildKit's `instructions` package.
struct InstructionStage {
  private let file: Dockerfile
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether an instruction may do without FROM: there was one, or its absence is said.
  private var hasStage: Bool

  /// What the builder refuses in a file; a fragment may lack its FROM.
  static func refusals(in file: Dockerfile, isFragment: Bool) -> [Diagnostic] {
    var stage = InstructionStage(file: file, hasStage: isFragment)
    stage.checkAll()
    return stage.diagnostics
  }

  private init(file: Dockerfile, hasStage: Bool) {
    self.file = file
    self.hasStage = hasStage
  }

  private mutating func checkAll() {
    var isLost = false
    for (index, instruction) in file.instructions.enumerated() where !isUnreadable(instruction) {
      do throws(ValueFault) {
        guard let keyword = instruction.keyword else {
          // Of the lines of a command that is torn apart, the first says it all.
          let fault = unknown(instruction, index)
          guard !isLost || fault.replacement != nil else { continue }
          throw fault
        }
        if keyword == .from { hasStage = true }
        isLost = false
        try InstructionRefusals(file, instruction, keyword).check()
        guard keyword != .arg, !hasStage else { continue }
        throw ValueFault("\(keyword.name) stands before the first FROM", at: instruction.keywordRange)
      } catch {
        // An unknown instruction may be a misspelt FROM.
        hasStage = true
        isLost = instruction.keyword == nil
        diagnostics.append(error.diagnostic(Refusal.instruction, in: file))
      }
    }
  }

  /// Whether the parser has said already that it cannot read the instruction.
  private func isUnreadable(_ instruction: Instruction) -> Bool {
    guard !file.problems.isEmpty else { return false }
    let range = file.text.rangeInFile(instruction.range)
    return file.problems.contains { $0.place.range.start >= range.start && $0.place.range.start < range.end }
  }

  private func unknown(_ instruction: Instruction, _ index: Int) -> ValueFault {
    let word = file[instruction.keywordRange]
    if word.isEmpty { return ValueFault("Line begins with no instruction", at: instruction.range) }
    let names = Keyword.allCases.map { $0.name }
    if let near = Suggestion.nearest(to: word.string, among: names) {
      return ValueFault(
        "Instruction \(word.quoted) is unknown, did you mean '\(near)'?", at: instruction.keywordRange, meaning: near)
    }
    // A line of a longer command whose upper neighbour has lost its escape character.
    let isContinuation = index > 0 && !word.contains { $0.isCapital }
    let hint = isContinuation ? "; does the line above lack its '\(Unicode.Scalar(file.escape))'?" : ""
    return ValueFault("Instruction \(word.quoted) is unknown\(hint)", at: instruction.keywordRange)
  }
}
