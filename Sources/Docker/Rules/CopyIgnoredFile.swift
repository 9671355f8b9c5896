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
    for instruction in file.instructions where instruction.keyword == .copy || instruction.keyword == .add {
      guard case .words(let words, _) = instruction.arguments, instruction.flag("from", in: file) == nil else {
        continue
      }
      for word in words.dropLast() where file.isInContext(word, of: instruction) {
        guard let entry = list.entry(leavingOut: ContextPath.clean(file[word])[...]) else { continue }
        let name = instruction.keyword?.name ?? ""
        findings.report(
          "\(name) '\(file[word].string)' finds nothing: '.dockerignore' leaves it out", at: word.range,
          notes: [Remark("The line that leaves it out", at: source.place(entry.range))])
      }
    }
  }
}

extension Dockerfile {
  /// Whether a source is a path of the build context, and all of it is written there.
  fileprivate func isInContext(_ word: Word, of instruction: Instruction) -> Bool {
    guard !self[word].contains(UInt8(ascii: "$")) else { return false }
    guard !instruction.heredocs.contains(where: { $0.token.start == word.range.start }) else { return false }
    if case .local = SourceKind(self[word]) { return true }
    return false
  }
}
