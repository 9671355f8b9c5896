import Source

/// What the rules find in a file, as they find it.
struct Findings {
  private let file: Dockerfile
  private let suppressions: Suppressions
  private(set) var diagnostics: [Diagnostic]
  /// The rule that is being checked, and its index in `DockerfileRules.list`.
  private var rule: Rule
  private var index = 0

  /// Nothing but what the builder would refuse.
  init(in inspection: Inspection) {
    file = inspection.file
    suppressions = inspection.suppressions
    diagnostics = inspection.refusals.map { inspection.named($0) }
    rule = Refusal.syntax
  }

  /// Lets a rule, an index of `DockerfileRules.list`, look at the file, unless it is silenced.
  mutating func check(_ index: Int, _ inspection: Inspection) {
    guard let rule = suppressions.rule(index) else { return }
    self.rule = rule
    self.index = index
    DockerfileRules.list[index].check(inspection, &self)
  }

  /// Reports that the rule is broken at a range of `Dockerfile.text`.
  mutating func report(_ message: String, at range: SourceRange, notes: [Remark] = [], fix: Fix? = nil) {
    report(message, at: file.text.place(range), notes, fix)
  }

  /// Reports that the rule is broken at a range of `Dockerfile.source`: in a comment, a directive or a blank line.
  mutating func report(_ message: String, atSource range: SourceRange, notes: [Remark] = [], fix: Fix? = nil) {
    report(message, at: file.source.place(range), notes, fix)
  }

  private mutating func report(_ message: String, at place: Place, _ notes: [Remark], _ fix: Fix?) {
    guard !suppressions.silence(index, at: place) else { return }
    diagnostics.append(Diagnostic(rule, message, at: place, notes: notes, fix: fix))
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
