import Source

/// A file that COPY or ADD takes from the build context, with its name.
struct CopiedFile {
  /// Where it is named.
  let range: SourceRange
  /// Its path.
  let path: Bytes
  /// The last part of its path; of `conf/.env*` it is `.env*`.
  let name: Bytes

  /// The sources of an instruction, without URLs and heredocs; nothing where they come from another stage.
  static func all(of instruction: Instruction, in file: Dockerfile) -> [CopiedFile] {
    guard instruction.keyword == .copy || instruction.keyword == .add, instruction.flag("from", in: file) == nil,
      case .words(let words, _) = instruction.arguments
    else { return [] }
    return words.dropLast().compactMap { word in
      let path = file[word]
      guard !path.contains("://"), !path.hasPrefix("<<") else { return nil }
      var name = path
      if name.last == UInt8(ascii: "/") { name = name.dropLast() }
      if let slash = name.lastIndex(of: UInt8(ascii: "/")) { name = name[(slash + 1)...] }
      return CopiedFile(range: word.range, path: path, name: name)
    }
  }
}
