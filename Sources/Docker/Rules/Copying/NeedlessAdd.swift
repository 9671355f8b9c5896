import Source

extension DockerfileRule {
  /// Files are copied with COPY.
  static let needlessAdd = DockerfileRule(
    Rule(
      "dockerfile/needless-add", .info, "Copy files with COPY",
      advice: "Write COPY; ADD is for archives to unpack, and for what is on the network",
      aliases: ["DL3020"], fix: .unsafe),
    on: .add
  ) { occurrence, inspection, findings in
    let add = occurrence.instruction
    guard case .words(let words, _) = add.arguments, !asksForMore(add, inspection.file) else { return }
    let plain = words.dropLast().filter { isPlainFile(inspection.file[$0]) }
    guard let first = plain.first else { return }
    let isAll = plain.count == words.count - 1
    findings.report(
      "ADD of '\(inspection.file[first].string)', which COPY copies just the same", at: add.keywordRange,
      fix: isAll ? inspection.file.replacing(add.keywordRange, with: "COPY", "Write COPY", isSafe: false) : nil)
  }

  /// Whether a flag is there that COPY has not.
  private static func asksForMore(_ add: Instruction, _ file: Dockerfile) -> Bool {
    add.flags.contains { flag in
      switch file[flag.name] {
      case "checksum", "keep-git-dir", "unpack": true
      default: false
      }
    }
  }

  /// Whether a source is surely no archive, and nothing on the network. Of one with variables the beginning tells where
  /// it is, and the end what it is.
  private static func isPlainFile(_ source: Bytes) -> Bool {
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    let path = (source.last.map(isQuote) ?? false ? source.dropLast() : source).drop(while: isQuote)
    guard case .local = SourceKind(path), path.first != UInt8(ascii: "$") else { return false }
    let name = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex - 1) + 1)...]
    let ending = name[(name.lastIndex(of: UInt8(ascii: ".")) ?? name.startIndex)...]
    return !ending.contains(UInt8(ascii: "$")) && !ending.contains(UInt8(ascii: "}"))
      && !SourceKind.isArchiveName(path)
  }
}
