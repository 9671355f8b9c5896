import Shell
import Source

extension DockerfileRule {
  /// What `/bin/sh` runs is what POSIX says.
  static let posixShell = DockerfileRule(
    Rule(
      "dockerfile/posix-shell", .warning, "Write for '/bin/sh' what every '/bin/sh' understands",
      advice: "Write it in the way of POSIX, or choose Bash with 'SHELL [\"/bin/bash\", \"-c\"]'",
      aliases: [
        "SC3009", "SC3001", "SC3003", "SC3005", "SC3006", "SC3008", "SC3010", "SC3011", "SC3014", "SC3015", "SC3020",
        "SC3024", "SC3029", "SC3030", "SC3037", "SC3039", "SC3040", "SC3044", "SC3046", "SC3047", "SC3054", "SC3057",
        "SC3059", "SC3060",
      ]),
    scripts: { run, _, findings in
      guard run.shell.isPlain else { return }
      let script = run.script
      for command in script.commands {
        for feature in BashFeature.all(of: command, in: script) {
          findings.report("\(feature.name) in a script for '/bin/sh'", at: feature.range)
        }
      }
    })
}

/// Something that Bash understands and POSIX does not know.
private struct BashFeature {
  let name: String
  let range: SourceRange

  init(_ name: String, _ range: SourceRange) {
    self.name = name
    self.range = range
  }

  static func all(of command: Script.Command, in script: Script) -> [BashFeature] {
    var features: [BashFeature] = []
    if let feature = compound(command, in: script) { features.append(feature) }
    if command.connector == .pipeAll {
      features.append(BashFeature("'|&'", SourceRange(command.range.end, command.range.end)))
    }
    for redirection in script.redirections(of: command) { features += redirectionFeature(redirection) }
    if command.kind == .simple {
      for word in script.words(of: command) { features += word.features(in: script, isSplit: true) }
      for assignment in script.assignments(of: command) { features += assignmentFeatures(assignment, in: script) }
      if let call = script.call(command) { features += builtin(call) }
    } else if command.kind == .forLoop {
      for word in script.words(of: command) { features += word.features(in: script, isSplit: true) }
    }
    return features
  }

  private static func compound(_ command: Script.Command, in script: Script) -> BashFeature? {
    let start = command.range.start
    switch command.kind {
    case .condition: return BashFeature("'[[ … ]]'", SourceRange(start, start + 2))
    case .arithmetic: return BashFeature("'((…))'", SourceRange(start, start + 2))
    case .arithmeticFor: return BashFeature("'for ((…))'", SourceRange(start, start + 3))
    case .select: return BashFeature("'select'", SourceRange(start, start + 6))
    case .function where script[command.range].hasPrefix("function"):
      return BashFeature("'function'", SourceRange(start, start + 8))
    default: return nil
    }
  }

  private static func redirectionFeature(_ redirection: Script.Redirection) -> [BashFeature] {
    switch redirection.kind {
    case .herestring: [BashFeature("'<<<'", redirection.sign)]
    case .outputAndErrors: [BashFeature("'&>'", redirection.sign)]
    case .appendOutputAndErrors: [BashFeature("'&>>'", redirection.sign)]
    default: []
    }
  }

  private static func assignmentFeatures(_ assignment: Script.Assignment, in script: Script) -> [BashFeature] {
    var features = assignment.value.features(in: script, isSplit: false)
    if assignment.isAppended { features.append(BashFeature("'+='", assignment.name)) }
    if !assignment.index.isEmpty {
      features.append(BashFeature("Array '\(script[assignment.name].string)'", assignment.name))
    }
    return features
  }

  private static func builtin(_ call: Call) -> [BashFeature] {
    switch call.name.lastPathPart {
    case "[": return comparison(call)
    case "echo":
      guard let flag = call.arguments.first, call[flag].isEchoFlag else { return [] }
      return [BashFeature("'echo \(call[flag].string)'", flag.range)]
    case "set":
      return call.values(of: "o").filter { $0.bytes == "pipefail" }.map { BashFeature("'pipefail'", $0.range) }
    case "source", "let", "pushd", "popd", "dirs", "shopt", "declare", "typeset", "mapfile", "readarray", "disown":
      return [BashFeature("'\(call.name.string)'", call.nameWord.range)]
    case "trap":
      return call.operands.dropFirst().filter { call[$0] == "ERR" || call[$0] == "DEBUG" || call[$0] == "RETURN" }
        .map { BashFeature("'trap … \(call[$0].string)'", $0.range) }
    default: return []
    }
  }

  private static func comparison(_ call: Call) -> [BashFeature] {
    call.arguments.compactMap { word in
      call[word] == "==" && !word.isQuoted ? BashFeature("'==' in '[ ]'; POSIX has '='", word.range) : nil
    }
  }
}

extension Script.Word {
  /// What is within the word; braces make several words only where words are split.
  fileprivate func features(in script: Script, isSplit: Bool) -> [BashFeature] {
    guard hasBraces || !isLiteral || isQuoted || isArray else { return [] }
    return script.parts(of: self).compactMap { part in
      let text = script[part.range]
      switch part.kind {
      case .braces: return isSplit ? BashFeature("Braces '\(text.string)'", part.range) : nil
      case .ansiQuoted: return BashFeature("'$'…''", SourceRange(part.range.start, part.range.start + 2))
      case .processSubstitution: return BashFeature("'\(text.prefix(2).string)…)'", part.range)
      case .array: return BashFeature("Array", part.range)
      case .parameter: return part.feature(in: script)
      default: return nil
      }
    }
  }
}

extension Script.Part {
  fileprivate func feature(in script: Script) -> BashFeature? {
    let text = script[range].string
    if isIndexed { return BashFeature("Array '\(text)'", range) }
    switch operation {
    case .replacement, .substring, .letterCase, .indirection, .transformation: return BashFeature("'\(text)'", range)
    default: return nil
    }
  }
}

extension Bytes {
  /// `-n`, `-e`, `-E`, or several in one word.
  fileprivate var isEchoFlag: Bool {
    count > 1 && first == UInt8(ascii: "-")
      && dropFirst().allSatisfy {
        $0 == UInt8(ascii: "n") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "s")
      }
  }
}
