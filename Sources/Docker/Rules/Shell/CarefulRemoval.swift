import Shell
import Source

extension DockerfileRule {
  /// A variable that may be empty does not make `rm -r` remove the system.
  static let carefulRemoval = DockerfileRule(
    Rule(
      "dockerfile/careful-removal", .warning, "Keep 'rm -r' away from the system where a variable is empty",
      advice: "Write '${name:?}'; the command fails then where there is no value",
      aliases: ["SC2115"]),
    scripts: { run, _, findings in
      for call in run.calls where call.name == "rm" && call.hasFlag("r", "R", "recursive") {
        for word in call.operands where !word.isLiteral {
          guard let path = run.script.pathWithoutValues(of: word) else { continue }
          findings.report(
            "'rm -r' removes '\(path[...].string)' where the variable in '\(run.script[word.range].string)' is empty",
            at: word.range)
        }
      }
    })
}

extension Script {
  /// The path of the system that a word names where its variables are empty.
  fileprivate func pathWithoutValues(of word: Word) -> [UInt8]? {
    var path: [UInt8] = []
    let own = parts(of: word)
    var (index, hasVariable) = (own.startIndex, false)
    while index < own.endIndex {
      let part = own[index]
      index = part.kind == .doubleQuoted ? index + 1 : part.end
      switch part.kind {
      case .parameter:
        guard part.operation == .none, !part.isIndexed else { return nil }
        hasVariable = true
      case .literal, .glob: path += self[part.range]
      case .singleQuoted: path += self[part.range].dropFirst().dropLast()
      case .escaped: path += self[part.range].dropFirst()
      case .doubleQuoted: break
      default: return nil
      }
    }
    return hasVariable && path[...].isSystemPath ? path : nil
  }
}

extension Bytes {
  /// Whether it is a folder that a system cannot do without, or all that is in it.
  fileprivate var isSystemPath: Bool {
    var path = self
    while path.last == UInt8(ascii: "*") || (path.last == UInt8(ascii: "/") && path.count > 1) {
      path = path.dropLast()
    }
    while path.hasPrefix("//") { path = path.dropFirst() }
    switch path {
    case "/", "/bin", "/etc", "/home", "/mnt", "/usr", "/usr/share", "/usr/local", "/var", "/lib", "/dev", "/media",
      "/boot",
      "/lib64", "/usr/bin", "/opt", "/root", "/sbin", "/srv":
      return true
    default: return false
    }
  }
}
