import Run
import Source

/// Whatever a session says, it is read, its commands and their output stand in it in order, and what is printed as it
/// stands there is what is expected.
func sessionsExpectWhatTheyShow(_ bytes: [UInt8]) {
  let transcript = Transcript(SourceText(path: "page.md", bytes: bytes))
  var end = 0
  for command in transcript.commands {
    hold(command.range.start >= end && command.range.end <= bytes.count, "a command at \(command.range)")
    end = command.range.end
    for line in command.output {
      hold(line.start >= end && line.end <= bytes.count, "output at \(line)")
      end = line.end
    }
    let lines = command.output.map { transcript[$0] }
    let printed = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    for byKind in [false, true] {
      let difference = OutputPattern(lines, byKind: byKind).difference(from: printed)
      hold(difference == nil, "output that is not what it is")
    }
    _ = try? EngineCall(command.text)
  }
}

/// Any Dockerfile is made into one that an engine gets, and the same code is a plan.
func snippetsArePlanned(_ bytes: [UInt8]) {
  let source = SourceText(path: "page.md", bytes: bytes)
  _ = BuildFile(bytes, names: ImageNames(), hasHeredocs: false)
  let snippets = ["dockerfile", "console", "sh"].map { language in
    PageSnippet(language: language, words: ["run"], attributes: [("with", "a,b")], content: source)
  }
  let plan = RunPlan(snippets, page: "a/")
  for (index, step) in plan.steps.enumerated() {
    hold(step.needs.allSatisfy { $0 < index }, "a step before what it needs")
  }
}
