import Source

extension DockerfileRule {
  /// Where several things are copied to is a directory.
  static let destinationSlash = DockerfileRule(
    Rule(
      "dockerfile/destination-slash", .warning, "End the destination of several sources with a slash",
      advice: "Add a slash, so that the destination is a directory",
      aliases: ["DL3021"], fix: .safe),
    on: .copy, .add
  ) { occurrence, inspection, findings in
    guard case .words(let words, let isJSON) = occurrence.instruction.arguments, words.count > 2, let last = words.last,
      let path = inspection.literal(last), !isDirectory(path)
    else { return }
    findings.report(
      "Destination '\(path.string)' of \(words.count - 1) sources has no slash, so files overwrite each other",
      at: last.range, fix: slash(behind: last, isJSON: isJSON, in: inspection.file))
  }

  private static func isDirectory(_ path: Bytes) -> Bool {
    let last = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex - 1) + 1)...]
    return path.hasSuffix("/") || path.hasSuffix("\\") || last == "." || last == ".." || path.isEmpty
  }

  private static func slash(behind word: Word, isJSON: Bool, in file: Dockerfile) -> Fix? {
    let last = file[word].last
    // Within quotes, where there are some; a JSON string's place is within its own.
    let isQuoted = !isJSON && (last == UInt8(ascii: "\"") || last == UInt8(ascii: "'"))
    return file.replacing(
      SourceRange(at: isQuoted ? word.range.end - 1 : word.range.end), with: "/", "Add a slash", isSafe: true)
  }
}
