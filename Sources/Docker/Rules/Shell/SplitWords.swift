import Shell
import Source

/// The expansions of a script whose values the shell splits at blanks and takes for patterns.
///
/// A value is left whole in quotes, behind `=`, in `[[ ]]`, in arithmetic and as what `case` looks at; `for` is there to
/// split.
struct SplitWords {
  private let script: Script
  private let isPlain: Bool

  init(_ script: RunScript) {
    self.script = script.script
    isPlain = script.shell.isPlain
  }

  /// Calls `body` with each expansion, its index in `Script.parts` and the command that it is for.
  func forEach(_ body: (Script.Part, Int, Script.Command) -> Void) {
    for command in script.commands {
      if command.kind == .simple {
        let called = calledWord(of: command)
        for (index, word) in zip(0..., script.words(of: command)) where !word.isLiteral {
          if index == called, script.parts(of: word).first?.end == script.parts(of: word).endIndex { continue }
          if !isPlain, script.call(command)?.isDeclaration ?? false, script.valueStart(of: word) != nil { continue }
          forEach(of: word, in: command, body)
        }
      }
      for redirection in script.redirections(of: command) where redirection.kind.isSplit {
        forEach(of: redirection.target, in: command, body)
      }
    }
  }

  private func forEach(
    of word: Script.Word, in command: Script.Command, _ body: (Script.Part, Int, Script.Command) -> Void
  ) {
    let parts = script.parts(of: word)
    var index = parts.startIndex
    while index < parts.endIndex {
      let part = parts[index]
      switch part.kind {
      case .braces, .glob:
        index += 1
        continue
      case .parameter, .commandSubstitution, .backquotes:
        if !part.isQuoted { body(part, index, command) }
      default: break
      }
      index = part.end
    }
  }

  /// The index of the word that is what a command runs: the first, or the one behind `exec` and its like.
  private func calledWord(of command: Script.Command) -> Int {
    guard let call = script.call(command) else { return 0 }
    switch call.name {
    case "exec", "command", "builtin":
      return 1 + call.arguments.prefix { call[$0].first == UInt8(ascii: "-") }.count
    default: return 0
    }
  }
}

extension Script.Redirection.Kind {
  /// Whether what it names is a word like others.
  fileprivate var isSplit: Bool {
    switch self {
    case .heredoc, .duplicateInput, .duplicateOutput: false
    default: true
    }
  }
}
