import Source

/// Goes over a Dockerfile and notes what terms stand where.
struct TermFinder {
  private let file: Dockerfile
  private(set) var found: [TermUse] = []
  /// Where the last one ends, in the file's text. The builder splits lines in several ways, which need not agree.
  private var end = 0

  init(_ file: Dockerfile) {
    self.file = file
  }

  mutating func find(in directive: Directive) {
    guard let (name, _) = DirectiveReader.assignment(file.source.bytes(directive.range)),
      let term = Term.number(of: name, as: .directive)
    else { return }
    found.append(TermUse(term: term, range: file.source.rangeInFile(name.range)))
  }

  mutating func find(in instruction: Instruction) {
    guard let keyword = instruction.keyword else { return }
    note(Term.number(of: keyword), at: instruction.keywordRange)
    for flag in instruction.flags { find(in: flag, of: keyword) }
    if case .trigger(let inner) = instruction.arguments { return find(in: inner) }
    find(in: instruction.arguments, of: keyword)
    for heredoc in instruction.heredocs { note(Term.heredocNumber, at: heredoc.token) }
  }

  private mutating func note(_ term: Int?, at range: SourceRange) {
    guard let term, range.start >= end, !range.isEmpty else { return }
    end = range.end
    found.append(TermUse(term: term, range: file.text.rangeInFile(range)))
  }

  // MARK: Flags

  private mutating func find(in flag: Flag, of keyword: Keyword) {
    let term = Term.number(of: file[flag.name], as: .flag(keyword))
    guard let term else { return }
    note(term, at: SourceRange(flag.range.start, flag.name.range.end))
    // What is written with quotes or escapes is another text than what stands there.
    guard let value = flag.value, value.decoded == nil else { return }
    switch keyword {
    case .run where file[flag.name] == "mount": findOptions(in: file[value])
    case .from: findVariables(in: file[value])
    default: break
    }
  }

  private mutating func findOptions(in value: Bytes) {
    guard let fields = try? CSVFields.read(value) else { return }
    for option in fields.map(MountOption.init) {
      if option.key.equalsIgnoringCase("type") {
        note(option.value.flatMap { Term.number(of: $0, as: .mountType) }, at: option.range)
      } else {
        note(Term.number(of: option.key, as: .mountOption), at: option.keyRange)
      }
    }
  }

  // MARK: Arguments

  private mutating func find(in arguments: Arguments, of keyword: Keyword) {
    switch arguments {
    case .words(let words, _) where keyword == .from:
      if let base = words.first, file[base] == "scratch" { find(base, of: keyword) }
      if let base = words.first { findVariables(in: file[base]) }
      if words.count == 3 { find(words[1], of: keyword) }
    case .health(let type, _): find(type, of: keyword)
    case .pairs(let pairs) where keyword == .arg:
      for pair in pairs { note(Term.number(of: file[pair.name], as: .argument), at: pair.name.range) }
    default: break
    }
  }

  private mutating func find(_ word: Word, of keyword: Keyword) {
    note(Term.number(of: file[word], as: .word(keyword)), at: word.range)
  }

  /// Notes the arguments that a word of FROM names: `$BUILDPLATFORM`, `${TARGETARCH}`.
  private mutating func findVariables(in word: Bytes) {
    var rest = word
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[(dollar + 1)...]
      if rest.first == UInt8(ascii: "{") { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isNameByte }
      note(Term.number(of: name, as: .argument), at: name.range)
      rest = rest[name.endIndex...]
    }
  }
}
