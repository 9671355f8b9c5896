import Source

extension DockerfileRule {
  /// A directive stands at the top of the file.
  static let misplacedDirective = DockerfileRule(
    Rule(
      "dockerfile/misplaced-directive", .warning, "Put directives at the top of the file",
      advice: "Move the line to the top, above all other comments and blank lines", fix: .unsafe)
  ) { inspection, findings in
    for (index, comment) in inspection.file.comments.enumerated() {
      guard let directive = MisplacedDirective(comment, at: index, in: inspection.file) else { continue }
      findings.report(
        "Directive '\(directive.key.string)' below the top of the file, where it is only a comment",
        atSource: comment.range, fix: inspection.surroundings.isFragment ? nil : directive.fix)
    }
  }
}

/// A comment that would set something if it stood at the top of its file.
private struct MisplacedDirective {
  let key: Bytes
  /// Moves it to the top; nothing where something stands there already.
  let fix: Fix?

  init?(_ comment: Comment, at index: Int, in file: Dockerfile) {
    guard let (key, value) = DirectiveReader.assignment(file.source.bytes(comment.range)) else { return nil }
    guard Self.isDirective(key, value), !Self.isInForce(comment, at: index, key, value, in: file) else { return nil }
    self.key = key
    fix = Self.move(comment, to: file)
  }

  private static func isDirective(_ key: Bytes, _ value: Bytes) -> Bool {
    if key.equalsIgnoringCase("syntax") { return isImage(value) }
    if key.equalsIgnoringCase("escape") { return value == "\\" || value == "`" }
    guard key.equalsIgnoringCase("check") else { return false }
    return value.hasPrefix("skip=") || value.hasPrefix("error=") || value.hasPrefix("experimental=")
  }

  /// One word with a `/`, as the images of frontends have it: no one writes that in a sentence.
  private static func isImage(_ value: Bytes) -> Bool {
    value.contains(UInt8(ascii: "/")) && !value.contains { $0.isSpace }
  }

  /// Whether the builder obeys it all the same: `syntax` below a `#!` line, `check=skip` directly above an instruction.
  private static func isInForce(
    _ comment: Comment, at index: Int, _ key: Bytes, _ value: Bytes, in file: Dockerfile
  ) -> Bool {
    if key.equalsIgnoringCase("check"), value.hasPrefix("skip="), !comment.isInside {
      let next = comment.instruction
      return file.instructions.indices.contains(next) && file.instructions[next].comments.contains(index)
    }
    guard key.equalsIgnoringCase("syntax"), file.source.bytes[...].hasPrefix("#!") else { return false }
    return !file.source.bytes[..<comment.range.start].dropLast().contains(UInt8(ascii: "\n"))
  }

  private static func move(_ comment: Comment, to file: Dockerfile) -> Fix? {
    guard file.directives.isEmpty, !comment.isInside else { return nil }
    let bytes = file.source.bytes
    let start = bytes[..<comment.range.start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[comment.range.end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    let top = file.source.rangeInFile(SourceRange(at: bytes[...].hasPrefix("\u{FEFF}") ? 3 : 0))
    let line = file.source.rangeInFile(SourceRange(start, end))
    return Fix(
      "Move it to the top", isSafe: false,
      edits: [Fix.Edit(top, file.source.bytes(comment.range).string + "\n"), Fix.Edit(line, "")])
  }
}
