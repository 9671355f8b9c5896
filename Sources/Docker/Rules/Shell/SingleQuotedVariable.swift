import Shell
import Source

extension DockerfileRule {
  /// A variable that is to be replaced does not stand in single quotes.
  static let singleQuotedVariable = DockerfileRule(
    Rule(
      "dockerfile/single-quoted-variable", .info, "Put variables into double quotes, not into single ones",
      advice: "Write '\"…\"' where the value is meant; leave it where '$' itself is meant",
      aliases: ["SC2016"]),
    scripts: { run, _, findings in
      let script = run.script
      for command in script.commands {
        for (word, name) in script.quotable(in: command) where word.isQuoted {
          for part in script.parts(of: word) where part.kind == .singleQuoted {
            guard let expansion = Expression.first(in: script[part.range], for: name) else { continue }
            findings.report("'\(expansion.string)' in single quotes stays as it is written", at: part.range)
          }
        }
      }
    })
}

extension Script {
  /// The words of a command with the name of the program that gets them; without those that expand variables themselves.
  fileprivate func quotable(in command: Command) -> [(Word, Bytes)] {
    var quotable: [(Word, Bytes)] = []
    let name = call(command).map { programName(of: $0) } ?? []
    if command.kind != .function, !name.expandsItself {
      for word in words(of: command) { quotable.append((word, name)) }
      for redirection in redirections(of: command) { quotable.append((redirection.target, name)) }
    }
    for assignment in assignments(of: command) {
      let variable = self[assignment.name]
      if !name.expandsItself, !variable.isPrompt { quotable.append((assignment.value, name)) }
    }
    return quotable
  }

  /// The program that an argument is for: of `find -exec` the one that is run, of `git` with its command.
  private func programName(of call: Call) -> Bytes {
    guard call.name == "find" else { return call.name.lastPathPart }
    var isNext = false
    for word in call.arguments {
      if isNext { return self[word].lastPathPart }
      isNext = self[word] == "-exec" || self[word] == "-execdir"
    }
    return call.name
  }
}

/// What a shell would replace.
private enum Expression {
  /// The first `$name`, `${…}`, `$(…)` or pair of backquotes; of `sed` what it reads itself is none.
  static func first(in text: Bytes, for program: Bytes) -> Bytes? {
    if program == "sed", hasAddress(text) { return nil }
    var index = text.startIndex
    while index + 1 < text.endIndex {
      let next = text[index + 1]
      if text[index] == UInt8(ascii: "$"), next == UInt8(ascii: "{") || next == UInt8(ascii: "(") || next.isNameByte {
        var end = index + 1
        while end < text.endIndex,
          text[end].isNameByte || text[end] == UInt8(ascii: "{") || text[end] == UInt8(ascii: "(")
        {
          end += 1
        }
        if text[index + 1] == UInt8(ascii: "{"), end < text.endIndex, text[end] == UInt8(ascii: "}") { end += 1 }
        return text[index..<end]
      }
      if text[index] == UInt8(ascii: "`"), let end = text[(index + 1)...].firstIndex(of: UInt8(ascii: "`")),
        end > index + 1
      {
        return end - index < 40 ? text[index...end] : text[index...index]
      }
      index += 1
    }
    return nil
  }

  /// Whether `$` stands for the last line somewhere, as `sed` reads it: `$d`, `${…`.
  private static func hasAddress(_ text: Bytes) -> Bool {
    text.indices.dropLast().contains { index in
      guard text[index] == UInt8(ascii: "$") else { return false }
      switch text[index + 1] {
      case UInt8(ascii: "{"), UInt8(ascii: "d"), UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "a"),
        UInt8(ascii: "i"), UInt8(ascii: "c"):
        return !(text[(index + 2)...].first?.isLetter ?? false)
      default: return false
      }
    }
  }
}

extension Bytes {
  /// Whether a program reads `$` itself, or hands its arguments to a shell.
  fileprivate var expandsItself: Bool {
    if hasSuffix("awk") || hasPrefix("perl") { return true }
    switch self {
    case "trap", "sh", "bash", "dash", "ksh", "zsh", "ssh", "eval", "xprop", "alias", "sudo", "doas", "docker",
      "podman",
      "dpkg-query", "jq", "yq", "rename", "rg", "unset", "su", "envsubst", "node", "php", "ruby", "python", "python3",
      "runuser", "gosu", "su-exec":
      return true
    default: return false
    }
  }

  /// Whether the shell expands the value of this variable each time it shows it.
  fileprivate var isPrompt: Bool {
    switch self {
    case "PS1", "PS2", "PS3", "PS4", "PROMPT_COMMAND", "_": true
    default: false
    }
  }

  /// What is behind the last `/`.
  var lastPathPart: Bytes {
    lastIndex(of: UInt8(ascii: "/")).map { self[($0 + 1)...] } ?? self
  }
}
