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
    var stage = script.occurrence.stage
    var end = script.occurrence.index
    while true {
      let start = stage.map { file.stages[$0].instructions.lowerBound } ?? 0
      if let value = value(of: name, in: start..<end) { return value.known }
      guard let current = stage, let base = graph.bases[current] else { break }
      stage = base
      end = file.stages[base].instructions.upperBound
    }
    // What only another stage sets is lost here; anything else the base image may know.
    return isSetElsewhere(name) ? [] : nil
  }

  /// The value that the last of some instructions gives a variable; nothing where none sets it.
  private func value(of name: Bytes, in instructions: Range<Int>) -> VariableValue? {
    for instruction in file.instructions[instructions].reversed().prefix(Self.farthest) {
      guard instruction.keyword == .env || instruction.keyword == .arg,
        case .pairs(let pairs) = instruction.arguments,
        let pair = pairs.last(where: { file[$0.name].elementsEqual(name) })
      else { continue }
      return VariableValue(known: pair.value.flatMap { literal($0) })
    }
    return nil
  }

  private func isSetElsewhere(_ name: Bytes) -> Bool {
    file.instructions.prefix(Self.farthest).contains { instruction in
      guard instruction.keyword == .env, case .pairs(let pairs) = instruction.arguments else { return false }
      return pairs.contains { file[$0.name].elementsEqual(name) }
    }
  }

  /// How many instructions are looked at in search of a variable: more than anybody writes.
  private static let farthest = 1000
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
    for command in commands {
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
