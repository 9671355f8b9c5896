import Shell
import Source

extension DockerfileRule {
  /// A rule about each script of a RUN that a shell would read.
  init(_ rule: Rule, scripts check: @escaping @Sendable (RunScript, Inspection, inout Findings) -> Void) {
    self.init(rule) { inspection, findings in
      for script in inspection.scripts where script.script.problem == nil { check(script, inspection, &findings) }
    }
  }
}

extension RunShell {
  /// Whether it promises no more than POSIX does: it may be Debian's `dash`.
  var isPlain: Bool { kind == .sh || kind == .dash }
}

extension Script.Command {
  /// Whether it is within a substitution of the command around it, and not a part of its body.
  var isSubstituted: Bool { role == .substitution || role == .processSubstitution }
}

extension Call {
  /// Whether it gives its arguments of the form `NAME=value` to variables.
  var isDeclaration: Bool {
    switch name {
    case "export", "readonly", "local", "declare", "typeset": true
    default: false
    }
  }
}

extension Script {
  /// Where the value begins in a word of the form `NAME=value`.
  func valueStart(of word: Word) -> Int? {
    let text = self[word.range]
    let name = text.prefix { $0.isNameByte }
    guard let first = name.first, !first.isDigit else { return nil }
    var offset = name.endIndex
    if offset < text.endIndex, text[offset] == UInt8(ascii: "+") { offset += 1 }
    guard offset < text.endIndex, text[offset] == UInt8(ascii: "=") else { return nil }
    return word.range.start + (offset + 1 - text.startIndex)
  }
}
