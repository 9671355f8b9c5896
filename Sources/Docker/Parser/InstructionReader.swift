import Source

/// Reads the line of an instruction: keyword, flags and arguments.
struct InstructionReader {
  private let text: [UInt8]
  private let escape: UInt8
  private var problems: [Draft.Problem] = []

  /// A reader of lines of `text`, in which `escape` takes the meaning from the next byte.
  init(_ text: [UInt8], escape: UInt8) {
    self.text = text
    self.escape = escape
  }

  /// The instruction in a line.
  mutating func read(_ range: SourceRange) -> Draft {
    var draft = Draft(instruction(in: text[range.start..<range.end], isTrigger: false))
    draft.problems = problems
    return draft
  }

  private mutating func instruction(in line: Bytes, isTrigger: Bool) -> Instruction {
    let line = Space.trimmed(line)
    let name = line.prefix { !Space.separatesWords($0) }
    let rest = line[name.endIndex...].drop { Space.separatesWords($0) }
    let (flags, behind) = FlagReader.flags(in: rest)
    let content = Space.trimmed(behind)
    let keyword = Keyword(name)
    return Instruction(
      keyword: keyword, keywordRange: name.range, range: line.range, flags: flags,
      arguments: arguments(of: keyword, in: content, isTrigger: isTrigger), argumentsRange: content.range)
  }

  private mutating func arguments(of keyword: Keyword?, in content: Bytes, isTrigger: Bool) -> Arguments {
    switch keyword {
    case .run, .cmd, .entrypoint, .shell: .command(command(in: content))
    case .add, .copy, .volume: words(in: content, mayBeJSON: true)
    case .from, .expose: words(in: content, mayBeJSON: false)
    case .env, .label: pairs(in: content, of: keyword)
    case .arg:
      .pairs(WordReader.words(in: content, escape: escape).map { PairReader.argument(text[$0.start..<$0.end]) })
    case .workdir, .user, .stopsignal, .maintainer: content.isEmpty ? .none : .value(Word(content.range))
    case .healthcheck: health(in: content)
    case .onbuild: trigger(in: content, isTrigger: isTrigger)
    case nil: .none
    }
  }

  private mutating func trigger(in content: Bytes, isTrigger: Bool) -> Arguments {
    // ONBUILD ONBUILD is refused later; a third one and its like need no tree.
    content.isEmpty || isTrigger ? .none : .trigger(instruction(in: content, isTrigger: true))
  }

  private mutating func command(in content: Bytes) -> Command {
    execForm(of: content).map { .exec($0) } ?? .shell(content.range)
  }

  private mutating func health(in content: Bytes) -> Arguments {
    guard !content.isEmpty else { return .none }
    let type = content.prefix { !Space.endsFlag($0) }
    let rest = content[type.endIndex...].drop { Space.endsFlag($0) }
    return .health(type: Word(type.range), command(in: rest))
  }

  private mutating func words(in content: Bytes, mayBeJSON: Bool) -> Arguments {
    if mayBeJSON, let elements = execForm(of: content) { return .words(elements, isJSON: true) }
    return .words(WordReader.plainWords(in: content).map { Word($0) }, isJSON: false)
  }

  private mutating func pairs(in content: Bytes, of keyword: Keyword?) -> Arguments {
    let words = WordReader.words(in: content, escape: escape)
    guard let first = words.first else { return .pairs([]) }
    guard text[first.start..<first.end].contains(UInt8(ascii: "=")) else {
      if let pair = PairReader.legacy(content) { return .pairs([pair]) }
      let keyword = keyword?.name ?? ""
      problems.append(
        Draft.Problem(
          "\(keyword) '\(content.string)' without a value, write '\(keyword) \(content.string)=…'", at: content.range))
      return .pairs([])
    }
    return .pairs(words.compactMap { assignment($0) })
  }

  private mutating func assignment(_ word: SourceRange) -> Pair? {
    if let pair = PairReader.assignment(text[word.start..<word.end]) { return pair }
    problems.append(
      Draft.Problem(
        "'\(text[word.start..<word.end].string)' without '=', put quotes around a value that has blanks", at: word))
    return nil
  }

  /// The elements of a JSON array of strings; nothing where it is something else, and so a text for the shell.
  private mutating func execForm(of content: Bytes) -> [Word]? {
    guard content.first == UInt8(ascii: "[") else { return nil }
    switch JSONArray(content) {
    case .strings(let words): return words
    case .others(let range):
      let element = text[range.start..<range.end].quoted
      problems.append(Draft.Problem("\(element) in a JSON array, where only strings may stand", at: range))
      return []
    case .malformed: return nil
    }
  }
}
