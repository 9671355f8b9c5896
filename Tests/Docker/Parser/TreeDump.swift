import Source

@testable import Docker

extension Dockerfile {
  /// The instructions as nested lists, one a line: `(copy ["--from=build"] "/app" "/app")`.
  var tree: String {
    instructions.map { list($0) }.joined(separator: "\n")
  }

  private func list(_ instruction: Instruction) -> String {
    let name = instruction.keyword?.name.lowercased() ?? self[instruction.keywordRange].string.lowercased()
    let flags = instruction.flags.map { quoted(word(of: $0)) }
    let parts = [name] + (flags.isEmpty ? [] : ["[\(flags.joined(separator: " "))]"]) + arguments(of: instruction)
    return "(\(parts.filter { !$0.isEmpty }.joined(separator: " ")))"
  }

  private func word(of flag: Flag) -> Bytes {
    let name = Array("--".utf8) + self[flag.name]
    return flag.value.map { (name + Array("=".utf8) + self[$0])[...] } ?? name[...]
  }

  private func arguments(of instruction: Instruction) -> [String] {
    switch instruction.arguments {
    case .command(let command): texts(of: command)
    case .health(let type, let command): [quoted(self[type])] + texts(of: command)
    case .words(let words, _): words.map { quoted(self[$0]) }
    case .pairs(let pairs): pairs.flatMap { pair($0, of: instruction.keyword) }
    case .value(let word): [quoted(self[word])]
    case .trigger(let trigger): [list(trigger)]
    case .none: instruction.keyword == nil ? [quoted([])] : []
    }
  }

  private func texts(of command: Command) -> [String] {
    switch command {
    case .shell(let range): range.isEmpty ? [] : [quoted(self[range])]
    case .exec(let words): words.map { quoted(self[$0]) }
    }
  }

  private func pair(_ pair: Pair, of keyword: Keyword?) -> [String] {
    if keyword == .arg { return [quoted(self[pair.range])] }
    let value = pair.value.map { quoted(self[$0]) } ?? quoted([])
    return [quoted(self[pair.name]), value, pair.form == .legacy ? quoted([]) : quoted(Array("=".utf8)[...])]
  }

  private func quoted(_ bytes: Bytes) -> String {
    let escaped = bytes.string.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\u{0B}": "\\v"
      case "\u{0C}": "\\f"
      case "\0": "\\x00"
      case "\u{FEFF}", "\u{A0}": "\\u" + (scalar.value == 0xA0 ? "00a0" : "feff")
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
