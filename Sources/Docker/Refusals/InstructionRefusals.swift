import Source

/// What the builder refuses of an instruction, in the order in which it looks.
struct InstructionRefusals {
  private let file: Dockerfile
  private let instruction: Instruction
  private let keyword: Keyword

  init(_ file: Dockerfile, _ instruction: Instruction, _ keyword: Keyword) {
    self.file = file
    self.instruction = instruction
    self.keyword = keyword
  }

  func check() throws(ValueFault) {
    switch keyword {
    case .env, .label: try checkPairs()
    case .arg: try checkArguments()
    case .run: try RunRefusals(file, instruction).check(checkFlags)
    case .cmd, .entrypoint: try checkFlags()
    case .shell: try checkShell()
    case .healthcheck: try HealthRefusals(file, instruction).check(checkFlags)
    case .onbuild: try checkTrigger()
    case .from: try checkFrom()
    case .add, .copy: try checkCopy()
    case .volume: try checkVolume()
    case .expose: try checkExpose()
    case .workdir, .user, .maintainer, .stopsignal: try checkValue()
    }
  }

  private func checkFlags() throws(ValueFault) {
    try FlagRefusals(file, instruction, keyword).check()
  }

  private func lacks(_ what: String) -> ValueFault {
    ValueFault("\(keyword.name) lacks \(what)", at: instruction.keywordRange)
  }
}

/// Names with values.
extension InstructionRefusals {
  private func checkPairs() throws(ValueFault) {
    try checkFlags()
    try checkNames()
  }

  /// ARG alone, and STOPSIGNAL, overlook flags.
  private func checkArguments() throws(ValueFault) {
    try checkNames()
  }

  private func checkNames() throws(ValueFault) {
    guard case .pairs(let pairs) = instruction.arguments, !pairs.isEmpty else { throw lacks("a name") }
    for pair in pairs where file[pair.name].isEmpty {
      throw ValueFault("\(keyword.name) \(file[pair.range].quoted) lacks a name before '='", at: pair.range)
    }
  }
}

/// Words.
extension InstructionRefusals {
  private func checkFrom() throws(ValueFault) {
    try checkStageName()
    try checkFlags()
  }

  private func checkStageName() throws(ValueFault) {
    guard case .words(let words, _) = instruction.arguments, !words.isEmpty else { throw lacks("an image") }
    guard words.count > 1 else { return }
    guard file[words[1]].equalsIgnoringCase("as") else {
      throw words.count == 2 ? unnamed(words[1]) : unexpected(words[1], "the image of FROM")
    }
    guard words.count > 2 else { throw ValueFault("AS lacks the name of a stage", at: words[1].range) }
    guard words.count == 3 else { throw unexpected(words[3], "the name of the stage") }
    try StageName.check(file[words[2]])
  }

  /// A second word that may be the name of a stage.
  private func unnamed(_ word: Word) -> ValueFault {
    let name = file[word]
    do throws(ValueFault) {
      try StageName.check(name)
    } catch {
      return unexpected(word, "the image of FROM")
    }
    return ValueFault(
      "\(name.quoted) follows the image of FROM; a stage is named with 'AS \(name.string)'", at: word.range,
      meaning: "AS " + name.string)
  }

  private func unexpected(_ word: Word, _ before: String) -> ValueFault {
    let rest = SourceRange(word.range.start, instruction.argumentsRange.end)
    let text = file[rest]
    if text.first == UInt8(ascii: "#") {
      return ValueFault("\(text.quoted) is no comment here; a comment has a line of its own", at: rest)
    }
    if text.hasPrefix("--") {
      return ValueFault("Flag \(file[word].quoted) follows \(before); it belongs before the image", at: word.range)
    }
    return ValueFault("\(text.quoted) follows \(before), where nothing may", at: rest)
  }

  private func checkCopy() throws(ValueFault) {
    guard case .words(let words, _) = instruction.arguments, let target = words.last else {
      throw lacks("a source and a destination")
    }
    guard words.count > 1 else {
      throw ValueFault("\(keyword.name) \(file[target].quoted) lacks a destination", at: instruction.argumentsRange)
    }
    try checkFlags()
    if HeredocToken(file[target]) != nil {
      throw ValueFault("Heredoc \(file[target].quoted) is the destination, where a path belongs", at: target.range)
    }
  }

  private func checkVolume() throws(ValueFault) {
    guard case .words(let words, _) = instruction.arguments, !words.isEmpty else { throw lacks("a path") }
    try checkFlags()
    for word in words where Space.trimmed(file[word]).isEmpty {
      throw ValueFault("Path of VOLUME is empty", at: quotes(around: word.range))
    }
  }

  /// The range of a JSON string with its quotes.
  private func quotes(around range: SourceRange) -> SourceRange {
    SourceRange(max(range.start - 1, 0), range.end + 1)
  }

  private func checkExpose() throws(ValueFault) {
    guard case .words(let words, _) = instruction.arguments, !words.isEmpty else { throw lacks("a port") }
    try checkFlags()
  }
}

/// The rest of the line.
extension InstructionRefusals {
  private func checkValue() throws(ValueFault) {
    guard case .value = instruction.arguments else { throw lacks(what) }
    if keyword != .stopsignal { try checkFlags() }
  }

  private var what: String {
    switch keyword {
    case .workdir: "a path"
    case .user: "a user"
    case .stopsignal: "a signal"
    default: "a name"
    }
  }

  private func checkShell() throws(ValueFault) {
    try checkFlags()
    switch instruction.arguments {
    case .command(.exec(let words)):
      if words.isEmpty { throw ValueFault("SHELL '[]' lacks a program", at: instruction.argumentsRange) }
    case .command(.shell(let range)) where !range.isEmpty:
      let text = file[range]
      if text.first == UInt8(ascii: "["), case .malformed(let flaw) = JSONArray(text) {
        throw ValueFault("SHELL \(text.quoted) is no JSON array: \(flaw.reason)", at: flaw.range)
      }
      throw ValueFault("SHELL \(text.quoted) is no JSON array; write it as '[\"/bin/sh\", \"-c\"]'", at: range)
    default: throw lacks("a JSON array")
    }
  }

  private func checkTrigger() throws(ValueFault) {
    guard case .trigger(let trigger) = instruction.arguments else { throw lacks("an instruction") }
    try checkFlags()
    switch trigger.keyword {
    case .onbuild: throw ValueFault("ONBUILD stands behind ONBUILD, where it may not", at: trigger.keywordRange)
    case .from, .maintainer:
      throw ValueFault(
        "\(trigger.keyword?.name ?? "") stands behind ONBUILD, where it may not", at: trigger.keywordRange)
    default: return
    }
  }
}
