import Shell
import Source

/// A script as lines: a command each, indented below the one it is within, with its words between `|`.
///
/// ```text
/// simple |echo|a b| and
/// ```
func outline(_ text: String) -> String {
  let script = Script(parsing: SourceText(path: "run.sh", bytes: Array(text.utf8)))
  var lines = script.commands.map { line($0, in: script) }
  if let problem = script.problem { lines.append("problem: \(problem.message)") }
  return lines.joined(separator: "\n")
}

private func line(_ command: Script.Command, in script: Script) -> String {
  var depth = 0
  var outer = command
  while let parent = script.parent(of: outer) {
    depth += 1
    outer = parent
  }
  var line = String(repeating: "  ", count: depth) + "\(command.kind)"
  if command.role != .body { line += " \(command.role)" }
  if script.pipeline(of: command).isNegated { line += " !" }
  for assignment in script.assignments(of: command) {
    line += " \(script[assignment.name].string)=\(script[assignment.value].string)"
  }
  let words = script.words(of: command).map { script[$0].string }
  if !words.isEmpty { line += " |\(words.joined(separator: "|"))|" }
  for redirection in script.redirections(of: command) { line += " \(script[redirection.range].string)" }
  return command.connector == .end ? line : line + " → \(command.connector)"
}
