import Shell
import Source

/// What a RUN gives to a shell: its text, or the heredoc that is all it has, or the script behind `sh -c` in a JSON
/// array. It never changes, and it is one reference: many rules look at it.
final class RunScript: Sendable {
  /// The RUN.
  let occurrence: Occurrence
  /// The shell that runs it.
  let shell: RunShell
  /// What it says, up to the first thing that no shell would read.
  let script: Script
  /// What it runs, in order, each command followed by those that it only starts: `sudo apt-get update`, `apt-get update`.
  let calls: [Call]

  init(_ text: SourceText, _ range: SourceRange, _ shell: RunShell, _ occurrence: Occurrence) {
    self.occurrence = occurrence
    self.shell = shell
    script = Script(parsing: text, in: range)
    var calls: [Call] = []
    for call in script.calls {
      var call = call
      calls.append(call)
      // Nobody writes `sudo` more often than that in a row.
      for _ in 0..<8 {
        guard let inner = call.inner else { break }
        calls.append(inner)
        call = inner
      }
    }
    self.calls = calls
  }
}

extension RunScript {
  /// The scripts of a file, in order. Left out are those in the languages of Windows and of other interpreters.
  static func all(in file: Dockerfile, _ occurrences: [Occurrence], _ graph: StageGraph) -> [RunScript] {
    var shells = ShellChoice(file, graph)
    var scripts: [RunScript] = []
    for occurrence in occurrences {
      shells.pass(occurrence)
      guard occurrence.instruction.keyword == .run, case .command(let command) = occurrence.instruction.arguments,
        let (range, shell) = text(of: command, occurrence.instruction, shells[occurrence], in: file),
        shell.readsScripts
      else { continue }
      scripts.append(RunScript(file.text, range, shell, occurrence))
    }
    return scripts
  }

  /// Where the script of a RUN stands, and what runs it.
  private static func text(
    of command: Command, _ run: Instruction, _ shell: RunShell, in file: Dockerfile
  ) -> (SourceRange, RunShell)? {
    switch command {
    case .exec(let words):
      // `["bash", "-c", "script"]`; a script with escapes of JSON in it stands nowhere as it is.
      guard words.count > 2, let last = words.last, last.decoded == nil else { return nil }
      guard file[words[words.count - 2]].isCommandFlag else { return nil }
      return (last.range, RunShell(words.dropLast(2).map { $0 }, in: file))
    case .shell(let range):
      guard let heredoc = run.heredocs.first, run.heredocs.count == 1, heredoc.token == range else {
        return (SourceRange(range.start, max(range.end, run.heredocs.last?.range.end ?? 0)), shell)
      }
      let body = file[heredoc.body]
      guard body.hasPrefix("#!") else { return (heredoc.body, shell) }
      let line = body.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
      return (heredoc.body, RunShell(interpreter: line))
    }
  }
}

extension Bytes {
  /// Whether it is the flag behind which a shell takes a script: `-c`, or several in one word, such as `-ec`.
  fileprivate var isCommandFlag: Bool {
    first == UInt8(ascii: "-") && last == UInt8(ascii: "c") && !hasPrefix("--")
  }
}
