import Shell
import Source

extension Inspection {
  /// The words that a word of a script becomes, where the script or the file says what all its variables hold; none
  /// where it does not.
  func values(of word: Script.Word, in script: RunScript) -> [Bytes] {
    var known = Environment()
    for part in script.script.parts(of: word) {
      switch part.kind {
      case .parameter:
        let name = file[part.name]
        guard let value = value(of: name, in: script) else { return [] }
        known.set(name, to: value, by: .environment)
      case .commandSubstitution, .backquotes, .arithmetic, .processSubstitution: return []
      default: continue
      }
    }
    var expander = Expander()
    return (try? expander.expand(file[word.range], as: .words, in: known))?.words ?? []
  }

  private func value(of name: Bytes, in script: RunScript) -> Bytes? {
    if let value = script.script.value(of: name) { return value.known }
    if let variable = environment(of: script.occurrence)[name] { return variable.value }
    // What only the ENV of another stage sets is lost here; anything else the base image may know.
    let isLost = plan.stages.prefix(Self.farthest).contains { stage in
      stage.end.environment[name].map { $0.origin == .environment } ?? false
    }
    return isLost ? [] : nil
  }

  /// The variables that are set where an instruction stands.
  func environment(of occurrence: Occurrence) -> Environment {
    plan.steps[occurrence.index].state.environment
  }

  /// How many stages or commands are looked at in search of a variable: more than anybody writes.
  fileprivate static let farthest = 256
}

/// What sets a variable, and to what.
private struct VariableValue: Sendable {
  /// The value; nothing where it is not plain.
  let known: Bytes?
}

extension Script {
  /// The value that the script itself gives a variable; nothing where it sets none of this name.
  fileprivate func value(of name: Bytes) -> VariableValue? {
    var value: VariableValue?
    for command in commands.prefix(Inspection.farthest) {
      if command.kind == .forLoop || command.kind == .select,
        let variable = words(of: command).first, self[variable].elementsEqual(name)
      {
        return VariableValue(known: nil)
      }
      for assignment in assignments(of: command) where self[assignment.name].elementsEqual(name) {
        // Where it is set twice, nobody knows which one counts.
        value = VariableValue(known: value == nil && !assignment.isAppended ? literal(assignment.value) : nil)
      }
    }
    return value
  }
}
