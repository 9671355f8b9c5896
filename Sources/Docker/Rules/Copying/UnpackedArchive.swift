import Shell
import Source

extension DockerfileRule {
  /// An archive is unpacked on its way into the image.
  static let unpackedArchive = DockerfileRule(
    Rule(
      "dockerfile/unpacked-archive", .info, "Unpack archives with ADD",
      advice: "Write ADD in place of COPY, and leave out the step that unpacks",
      aliases: ["DL3010"])
  ) { inspection, findings in
    let file = inspection.file
    // The sources of COPY that are archives, by the fingerprints of the names that they have in the image.
    var archives: [UInt64: Word] = [:]
    for occurrence in inspection.occurrences where !occurrence.isTrigger {
      let instruction = occurrence.instruction
      switch instruction.keyword {
      case .from: archives = [:]
      case .copy where instruction.flag("from", in: file) == nil:
        guard case .words(let words, _) = instruction.arguments, let target = words.last else { continue }
        let isRenamed = Archive.isArchive(file[target])
        for source in words.dropLast() where isRenamed || Archive.isArchive(file[source]) {
          archives[Archive.fingerprint(file[isRenamed ? target : source])] = source
        }
      case .run where !archives.isEmpty:
        for call in inspection.script(of: occurrence)?.calls ?? [] where Archive.unpacks(call) {
          report(call, &archives, file, &findings)
        }
      default: continue
      }
    }
  }

  private static func report(
    _ call: Call, _ archives: inout [UInt64: Word], _ file: Dockerfile, _ findings: inout Findings
  ) {
    for argument in call.arguments {
      guard let source = archives.removeValue(forKey: Archive.fingerprint(call[argument])) else { continue }
      findings.report(
        "Archive '\(file[source].string)' is copied and then unpacked, where ADD does both", at: source.range,
        notes: [file.remark("'\(call.name.string)' unpacks it here", at: argument.range)])
    }
  }
}

/// Archives as ADD unpacks them, and the programs that do it too.
private enum Archive {
  /// Whether a path has the name of an archive of tar, in a compression that the builder knows.
  static func isArchive(_ path: Bytes) -> Bool {
    let name = unquoted(path)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    switch name[(dot + 1)...] {
    case "tar", "tgz", "tbz", "tbz2", "tb2", "txz", "tzst": return true
    case "gz", "bz2", "xz", "zst": return name[..<dot].hasSuffix(".tar")
    default: return false
    }
  }

  /// The fingerprint of the last part of a path.
  static func fingerprint(_ path: Bytes) -> UInt64 {
    let path = unquoted(path)
    let separator = path.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return ContentHash(Array(separator.map { path[($0 + 1)...] } ?? path)).value
  }

  /// Whether a command unpacks the archives that it names.
  static func unpacks(_ call: Call) -> Bool {
    switch call.name {
    case "tar", "bsdtar":
      // `tar xf …`, as it was written before there were dashes.
      let isOld = call.arguments.first.map { call[$0] } ?? []
      return call.hasFlag("x", "extract", "get")
        || isOld.first != UInt8(ascii: "-") && isOld.contains(UInt8(ascii: "x"))
          && isOld.contains(UInt8(ascii: "f"))
    case "gunzip", "bunzip2", "unxz", "unzstd", "zcat", "gzcat", "bzcat", "xzcat", "zstdcat": return true
    default: return false
    }
  }

  private static func unquoted(_ path: Bytes) -> Bytes {
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    return (path.last.map(isQuote) ?? false ? path.dropLast() : path).drop(while: isQuote)
  }
}
