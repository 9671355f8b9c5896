import Source

/// What the rules find in a file, as they find it.
struct Findings {
  private let file: Dockerfile
  private(set) var diagnostics: [Diagnostic]
  /// The rule that is being checked.
  private var rule: Rule

  /// Nothing but what the builder would refuse.
  init(in file: Dockerfile) {
    self.file = file
    diagnostics = file.problems
    rule = Refusal.syntax
  }

  /// Lets a rule look at the file.
  mutating func check(_ rule: DockerfileRule, _ inspection: Inspection) {
    self.rule = rule.rule
    rule.check(inspection, &self)
  }

  /// Reports that the rule is broken at a range of `Dockerfile.text`.
  mutating func report(_ message: String, at range: SourceRange, notes: [Remark] = [], fix: Fix? = nil) {
    diagnostics.append(Diagnostic(rule, message, at: file.text.place(range), notes: notes, fix: fix))
  }

  /// Reports that the rule is broken at a range of `Dockerfile.source`: in a comment, a directive or a blank line.
  mutating func report(_ message: String, atSource range: SourceRange, notes: [Remark] = [], fix: Fix? = nil) {
    diagnostics.append(Diagnostic(rule, message, at: file.source.place(range), notes: notes, fix: fix))
  }
}

extension Dockerfile {
  /// A fix that puts `text` in the place of a range of `Dockerfile.text`; nothing where comments or line breaks would
  /// go with it.
  func replacing(_ range: SourceRange, with replacement: String, _ title: String, isSafe: Bool) -> Fix? {
    let written = text.rangeInFile(range)
    guard written.count == range.count else { return nil }
    return Fix(title, isSafe: isSafe, edits: [Fix.Edit(written, replacement)])
  }

  /// A remark on a range of `Dockerfile.text`.
  func remark(_ message: String, at range: SourceRange) -> Remark {
    Remark(message, at: text.place(range))
  }
}
