import Source

/// What RUN gives to a shell or starts itself.
struct RunProcess {
  /// The program and its arguments.
  let words: [Bytes]
  /// Whether the last of them is a text for a POSIX shell.
  let isForShell: Bool

  init(_ instruction: Instruction, _ step: BuildStep, _ file: Dockerfile) {
    guard case .command(let command) = instruction.arguments else {
      words = []
      isForShell = false
      return
    }
    switch command {
    case .exec(let arguments):
      words = arguments.map { file[$0] }
      isForShell = false
    case .shell(let range):
      let shell = step.state.effectiveShell
      let text = Self.text(at: range, instruction.heredocs, file)
      let isScript = instruction.heredocs.count == 1 && text.hasPrefix("#!") && !step.state.isWindows
      let name = instruction.heredocs.first.map { file[$0.name] } ?? []
      words = isScript ? [Bytes("/dev/pipes/") + name, text] : shell + [text]
      isForShell = !isScript && (shell.first?.hasSuffix("sh") ?? false)
    }
  }

  /// The line with its heredocs; where there is nothing but a heredoc, its body.
  private static func text(at range: SourceRange, _ heredocs: [Heredoc], _ file: Dockerfile) -> Bytes {
    guard let first = heredocs.first else { return file[range] }
    if heredocs.count == 1, first.token == range { return body(of: first, file) }
    return heredocs.reduce(file[range]) { text, heredoc in
      text + [UInt8(ascii: "\n")] + file[heredoc.body] + file[heredoc.name]
    }
  }

  /// The body of a heredoc, without the tabs that `<<-` takes away.
  static func body(of heredoc: Heredoc, _ file: Dockerfile) -> Bytes {
    let body = file[heredoc.body]
    guard heredoc.stripsTabs else { return body }
    var isAtStart = true
    return body.filter { byte in
      defer { isAtStart = byte == UInt8(ascii: "\n") || isAtStart && byte == UInt8(ascii: "\t") }
      return !(isAtStart && byte == UInt8(ascii: "\t"))
    }[...]
  }

  /// A text for a shell with one space where several separate words.
  static func withoutNeedlessBlanks(_ text: Bytes) -> Bytes {
    var result: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in text.trimmed {
      let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      if quote == nil, !isEscaped, isBlank {
        if result.last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
        continue
      }
      result.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isEscaped = true
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == quote {
        quote = nil
      }
    }
    return result[...]
  }
}
