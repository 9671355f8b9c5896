import Source

extension DockerfileRule {
  /// CMD and ENTRYPOINT run a program, not a shell.
  static let execFormCommand = DockerfileRule(
    Rule(
      "dockerfile/exec-form-command", .warning, "Write CMD and ENTRYPOINT as a JSON array",
      advice: "Write '[\"program\", \"argument\"]', or say which shell you mean with SHELL",
      aliases: ["JSONArgsRecommended", "DL3025"], fix: .unsafe)
  ) { inspection, findings in
    let file = inspection.file
    // Whether a shell was chosen, for each scope at its end: then it is meant.
    var chosen: [Bool] = []
    for scope in inspection.scopes {
      var isChosen = scope.parent.map { chosen[$0] } ?? false
      for instruction in file.instructions[scope.instructions] {
        switch (instruction.keyword, instruction.arguments) {
        case (.shell, _): isChosen = true
        case (.cmd, .command(.shell(let text))) where !isChosen,
          (.entrypoint, .command(.shell(let text))) where !isChosen:
          findings.report(
            "\(instruction.keyword?.name ?? "") in shell form: signals reach a shell, not the program",
            at: instruction.keywordRange, fix: file.execForm(of: text))
        default: break
        }
      }
      chosen.append(isChosen)
    }
  }
}

extension Dockerfile {
  /// Turns a command for a shell into one that needs none, where no word means anything to a shell.
  func execForm(of text: SourceRange) -> Fix? {
    let words = self[text].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let first = words.first, first != "exec", !first.contains(UInt8(ascii: "=")) else { return nil }
    var array = "["
    for word in words {
      guard word.allSatisfy(Self.isPlain) else { return nil }
      array += "\(word.startIndex == first.startIndex ? "" : ", ")\"\(word.string)\""
    }
    return replacing(text, with: array + "]", "Write '\(array)]'", isSafe: false)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="),
      UInt8(ascii: ","), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "+"):
      true
    default: byte.isNameByte
    }
  }
}
