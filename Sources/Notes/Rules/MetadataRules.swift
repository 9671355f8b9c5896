import Source

/// A rule about keys and values, of a note's front matter or of a site's settings.
struct MetadataRule: Sendable {
  let rule: Rule
  let isAbout: @Sendable (MetadataProblem.Kind) -> Bool

  /// What the rule says of those problems that it is about.
  func diagnostics(_ problems: [MetadataProblem], in file: String) -> [Diagnostic] {
    var words = Words()
    return diagnostics(problems, in: file, &words)
  }

  /// The same as a rule about notes.
  var forNotes: NoteRule {
    NoteRule(rule) { _, knowledge in
      var words = Words()
      return knowledge.notes.flatMap { diagnostics($0.frontMatterProblems, in: $0.file, &words) }
    }
  }

  private func diagnostics(_ problems: [MetadataProblem], in file: String, _ words: inout Words) -> [Diagnostic] {
    guard !problems.isEmpty else { return [] }
    return problems.filter { isAbout($0.kind) }.map { problem in
      let place = Place(path: file, range: problem.range)
      let notes = problem.notes.map { Remark($0.message, at: Place(path: file, range: $0.range)) }
      return Diagnostic(rule, words.message(problem), at: place, notes: notes)
    }
  }

  /// Remembers what is said of unknown keys: notes of one site tend to share them, and a suggestion takes its time.
  private struct Words {
    private var messages: [String: String] = [:]

    mutating func message(_ problem: MetadataProblem) -> String {
      guard case .unknownKey(let key) = problem.kind else { return problem.message }
      if let known = messages[key] { return known }
      let message = problem.message
      messages[key] = message
      return message
    }
  }
}

extension MetadataProblem.Kind {
  var isUnknownKey: Bool {
    if case .unknownKey = self { true } else { false }
  }

  var isInvalidValue: Bool {
    if case .invalidValue = self { true } else { false }
  }
}
