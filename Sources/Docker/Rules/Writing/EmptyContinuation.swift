import Source

extension DockerfileRule {
  /// The lines of an instruction follow each other.
  static let emptyContinuation = DockerfileRule(
    Rule(
      "dockerfile/empty-continuation", .warning, "Leave no blank line within an instruction",
      advice: "Remove the line, or write '#' at its front",
      aliases: ["NoEmptyContinuation"], fix: .safe)
  ) { inspection, findings in
    for instruction in inspection.file.instructions {
      guard let first = instruction.blankLines.first else { continue }
      let count = instruction.blankLines.count
      let others = count > 1 ? " and \(count - 1) more" : ""
      findings.report(
        "Blank line\(others) within \(instruction.keyword?.name ?? "an instruction"); the builder will refuse it one day",
        atSource: first,
        // A lone continuation mark is joined with what follows only as long as the blank line is there.
        fix: instruction.keyword == nil ? nil : removing(instruction.blankLines, from: inspection.file.source))
    }
  }

  /// Takes the lines away with the line feeds before them: in a note, other things may stand at their fronts.
  private static func removing(_ lines: [SourceRange], from source: SourceText) -> Fix {
    let edits = lines.map { line in
      var end = line.end
      while end < source.bytes.count, source.bytes[end] == UInt8(ascii: "\r") { end += 1 }
      let start = source.rangeInFile(SourceRange(at: line.start - 1)).start
      return Fix.Edit(SourceRange(start, source.rangeInFile(SourceRange(at: end)).start), "")
    }
    return Fix(lines.count == 1 ? "Remove the line" : "Remove the lines", isSafe: true, edits: edits)
  }
}
