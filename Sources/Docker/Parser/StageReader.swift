import Source

/// Finds the stages among instructions.
enum StageReader {
  static func stages(of instructions: [Instruction]) -> [Dockerfile.Stage] {
    let starts = instructions.indices.filter { instructions[$0].keyword == .from }
    let ends = starts.dropFirst() + [instructions.count]
    return zip(starts, ends).map { start, end in
      let words = if case .words(let words, _) = instructions[start].arguments { words } else { [] as [Word] }
      return Dockerfile.Stage(instructions: start..<end, base: words.first, name: words.count == 3 ? words[2] : nil)
    }
  }
}
