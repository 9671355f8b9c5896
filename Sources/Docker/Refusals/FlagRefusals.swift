import Source

/// What the builder refuses of flags.
struct FlagRefusals {
  private let file: Dockerfile
  private let instruction: Instruction
  private let keyword: Keyword

  init(_ file: Dockerfile, _ instruction: Instruction, _ keyword: Keyword) {
    self.file = file
    self.instruction = instruction
    self.keyword = keyword
  }

  func check() throws(ValueFault) {
    guard !instruction.flags.isEmpty else { return }
    let forms = keyword.flags
    for (index, flag) in instruction.flags.enumerated() {
      let name = file[flag.name]
      guard let form = forms.first(where: { name == $0.name }) else { throw unknown(flag, forms) }
      let isRepeated = instruction.flags[..<index].contains { file[$0.name] == form.name }
      if isRepeated, form.kind != .list { throw ValueFault("Flag \(quoted(flag)) is given twice", at: flag.range) }
      try check(flag, form)
    }
  }

  private func check(_ flag: Flag, _ form: FlagForm) throws(ValueFault) {
    guard form.kind == .toggle else {
      guard flag.value == nil else { return }
      throw ValueFault("Flag \(quoted(flag)) lacks its '=value'", at: flag.range)
    }
    guard let value = flag.value else { return }
    let bytes = file[value]
    guard !bytes.equalsIgnoringCase("true"), !bytes.equalsIgnoringCase("false") else { return }
    throw bytes.isEmpty
      ? ValueFault(
        "Flag \(quoted(flag)) lacks the value behind '='", at: flag.range, meaning: "--" + form.name.description)
      : ValueFault(
        "Flag \(quoted(flag)) is 'true' or 'false', not \(bytes.quoted)", at: value.range, meaning: GoBool.guess(bytes))
  }

  private func unknown(_ flag: Flag, _ forms: [FlagForm]) -> ValueFault {
    let range = SourceRange(flag.range.start, flag.name.range.end)
    let name = file[flag.name]
    if let owner = owners(of: name) {
      return ValueFault("Flag \(quoted(flag)) belongs to \(owner), not to \(keyword.name)", at: range)
    }
    guard !forms.isEmpty else {
      return ValueFault("Flag \(quoted(flag)) is unknown; \(keyword.name) takes none", at: range)
    }
    let near = Suggestion.nearest(to: name.string, among: forms.map { $0.name.description })
    let meant = near.map { "--" + $0 }
    let hint = meant.map { ", did you mean '\($0)'?" } ?? " to \(keyword.name)"
    return ValueFault("Flag \(quoted(flag)) is unknown\(hint)", at: range, meaning: meant)
  }

  /// The instructions that take a flag, in words.
  private func owners(of name: Bytes) -> String? {
    let owners = Keyword.allCases.filter { $0.flags.contains { name == $0.name } }.map { $0.name }
    return owners.isEmpty ? nil : owners.joined(separator: " and ")
  }

  private func quoted(_ flag: Flag) -> String {
    (Array("--".utf8) + file[flag.name])[...].quoted
  }
}
