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
      for word in words.dropLast() {
        guard let path = inspection.contextPath(word, of: index), let entry = list.entry(leavingOut: path[...]) else {
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
  /// The path that a source names in the build context; nothing where it is elsewhere, or nobody knows.
  fileprivate func contextPath(_ word: Word, of index: Int) -> [UInt8]? {
    guard !file.instructions[index].heredocs.contains(where: { $0.token.start == word.range.start }) else { return nil }
    guard let path = value(of: word, in: index), case .local = SourceKind(path) else { return nil }
    return ContextPath.clean(path)
  }
}
