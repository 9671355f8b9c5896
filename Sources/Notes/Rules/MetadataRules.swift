import Source

/// A rule about keys and values, of a note's front matter or of a site's settings.
struct MetadataRule: Sendable {
  let rule: Rule
  let isAbout: @Sendable (MetadataProblem.Kind) -> Bool

  /// What the rule says of those problems that it is about.
  func diagnostics(_ problems: [MetadataProblem], in file: String) -> [Diagnostic] {
    problems.lazy.filter { isAbout($0.kind) }.map { problem in
      let place = Place(path: file, range: problem.range)
      let notes = problem.notes.map { Remark($0.message, at: Place(path: file, range: $0.range)) }
      return Diagnostic(rule, problem.message, at: place, notes: notes)
    }
  }

  /// The same as a rule about notes.
  var forNotes: NoteRule {
    NoteRule(rule) { _, knowledge in
      knowledge.notes.flatMap { diagnostics($0.frontMatterProblems, in: $0.file) }
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
