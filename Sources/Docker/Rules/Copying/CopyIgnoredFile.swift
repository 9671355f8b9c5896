import Source

extension DockerfileRule {
  /// What is copied is in the build context.
  static let copyIgnoredFile = DockerfileRule(
    Rule(
      "dockerfile/copy-ignored-file", .warning, "Copy nothing that '.dockerignore' leaves out",
      advice: "Take the line out of '.dockerignore', or the file out of the instruction",
      aliases: ["CopyIgnoredFile"])
  ) { inspection, findings in
    guard let source = inspection.surroundings.ignoreFile else { return }
    let file = inspection.file
    var list = IgnoreList(source)
    for (index, instruction) in file.instructions.enumerated() {
      guard instruction.keyword == .copy || instruction.keyword == .add,
        case .words(let words, _) = instruction.arguments, instruction.flag("from", in: file) == nil
      else { continue }
      var rest = inspection.plan.steps[index].words[...]
      for word in words.dropLast() where instruction.heredocs.isEmpty || !file[word].contains("<<") {
        rest = rest.drop { $0.word.range.start < word.range.start }
        guard let path = inspection.contextPath(word, rest.first), let entry = list.entry(leavingOut: path[...]) else {
          continue
        }
        let name = instruction.keyword?.name ?? ""
        findings.report(
          "\(name) '\(file[word].string)' finds nothing: '.dockerignore' leaves it out", at: word.range,
          notes: [Remark("The line that leaves it out", at: source.place(entry.range))])
      }
    }
  }
}

extension Inspection {
  /// The path that a source names in the build context, with what may be its expansion; nothing where it is elsewhere, or
  /// nobody knows.
  fileprivate func contextPath(_ word: Word, _ next: ExpandedWord?) -> [UInt8]? {
    let expansion = next.flatMap { $0.word.range == word.range ? $0 : nil }
    guard let path = expansion.map({ $0.knownValue }) ?? literal(word), case .local = SourceKind(path) else {
      return nil
    }
    return ContextPath.clean(path)
  }
}

extension ExpandedWord {
  /// What it became; nothing where it names a variable whose value the file does not tell.
  fileprivate var knownValue: Bytes? {
    uses.allSatisfy { $0.isSet || $0.hasAlternative } ? value : nil
  }
}
