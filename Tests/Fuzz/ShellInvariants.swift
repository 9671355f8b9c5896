import Shell
import Source

/// Whatever is read, it ends, and every command, word and part stands in the text, parts inside of their words.
func shellRangesLieInTheText(_ bytes: [UInt8]) {
  let script = Script(parsing: SourceText(path: "run.sh", bytes: bytes))
  if let problem = script.problem {
    hold(script.range.holds(problem.range), "a problem outside of the text: \(problem.message)")
  }
  for (index, command) in script.commands.enumerated() {
    hold(script.range.holds(command.range), "a command outside of the text at \(command.range.words)")
    hold(index < command.end && command.end <= script.commands.count, "a command that ends nowhere")
    hold((command.parent ?? -1) < index, "a command that is within a later one")
  }
  for word in script.words {
    hold(script.range.holds(word.range), "a word outside of the text at \(word.range.words)")
    hold(script[word].count <= word.range.count, "a word that is longer than it is written")
    for part in script.parts(of: word) {
      hold(word.range.holds(part.range), "a part outside of its word at \(part.range.words)")
    }
  }
  for heredoc in script.heredocs {
    hold(script.range.holds(heredoc.body), "a here-document outside of the text at \(heredoc.body.words)")
  }
  for call in script.calls { hold(command(of: call.unwrapped), "a call without a name") }
}

private func command(of call: Call) -> Bool {
  call.place.holds(call.nameWord.range) && call.arguments.count < call.script.words.count
}
