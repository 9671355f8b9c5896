import Shell
public import Source

/// A rule for Dockerfiles: its words, and how it is checked.
///
/// Each has a file of its own and one line in ``DockerfileRules``. The three initialisers are for three subjects: the
/// whole file, each instruction, each command of the scripts that RUN gives to a shell.
public struct DockerfileRule: Sendable {
  /// The rule in words.
  public let rule: Rule
  /// Whether it only runs where somebody asks for it by name.
  public let isOptional: Bool
  let check: @Sendable (Inspection, inout Findings) -> Void

  /// A rule about the file as a whole.
  init(
    _ rule: Rule, isOptional: Bool = false, check: @escaping @Sendable (Inspection, inout Findings) -> Void
  ) {
    self.rule = rule
    self.isOptional = isOptional
    self.check = check
  }

  /// A rule about each instruction with one of these keywords, also behind ONBUILD.
  init(
    _ rule: Rule, on keywords: Keyword...,
    check: @escaping @Sendable (Occurrence, Inspection, inout Findings) -> Void
  ) {
    self.rule = rule
    isOptional = false
    self.check = { inspection, findings in
      for keyword in keywords {
        for index in inspection.positions(of: keyword) { check(inspection.occurrences[index], inspection, &findings) }
      }
    }
  }

  /// A rule about each command with one of these names in the scripts of RUN, also behind ONBUILD.
  init(
    _ rule: Rule, commands names: StaticString...,
    check: @escaping @Sendable (Call, RunScript, Inspection, inout Findings) -> Void
  ) {
    self.rule = rule
    isOptional = false
    self.check = { inspection, findings in
      guard inspection.programs.mayContain(names) else { return }
      for script in inspection.scripts {
        for index in script.calls.indices where script.calls[index].name.isAny(of: names) {
          check(script.calls[index], script, inspection, &findings)
        }
      }
    }
  }
}
