import Source

/// The change of a file as `git apply` and `patch -p1` read it.
struct UnifiedDiff {
  /// The text; empty where nothing changes.
  let bytes: [UInt8]

  /// How many lines that stay the same are shown around a change.
  private static let context = 3

  /// The change of the file at `path` from `old` to `new`.
  init(_ path: String, _ old: [UInt8], _ new: [UInt8]) {
    let (oldLines, newLines) = (Self.lines(old), Self.lines(new))
    let changes = LineDifference(oldLines, newLines).changes
    guard !changes.isEmpty else {
      bytes = []
      return
    }
    var output = ByteWriter()
    output.append("--- \(Self.name(path, "a"))\n+++ \(Self.name(path, "b"))\n")
    var rest = changes[...]
    while let first = rest.first {
      var hunk = [first]
      rest.removeFirst()
      while let next = rest.first, let last = hunk.last,
        next.old.lowerBound - last.old.upperBound <= 2 * Self.context
      {
        hunk.append(next)
        rest.removeFirst()
      }
      Self.write(hunk, oldLines, newLines, &output)
    }
    bytes = output.finish()
  }

  /// `a/content/index.md`, quoted where git would quote it.
  private static func name(_ path: String, _ side: String) -> String {
    let name = path.hasPrefix("/") ? path : "\(side)/\(path)"
    let isPlain = name.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    return isPlain ? name : quoted(name)
  }

  private static func quoted(_ name: String) -> String {
    var result = "\""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += "\\" + String(Unicode.Scalar(byte))
      case 0x20..<0x7F: result += String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        result += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }

  /// The lines with their line feeds.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func write(
    _ changes: [LineDifference.Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>],
    _ output: inout ByteWriter
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let lead = min(context, first.old.lowerBound)
    let trail = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - lead..<last.old.upperBound + trail
    let newRange = first.new.lowerBound - lead..<last.new.upperBound + trail
    output.append("@@ -\(range(oldRange)) +\(range(newRange)) @@\n")
    var line = oldRange.lowerBound
    for change in changes {
      for index in line..<change.old.lowerBound { write(" ", old[index], &output) }
      for index in change.old { write("-", old[index], &output) }
      for index in change.new { write("+", new[index], &output) }
      line = change.old.upperBound
    }
    for index in line..<oldRange.upperBound { write(" ", old[index], &output) }
  }

  /// `3,7`: the first line and how many there are; of no lines the one before them.
  private static func range(_ range: Range<Int>) -> String {
    let first = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(first)" : "\(first),\(range.count)"
  }

  private static func write(_ mark: String, _ line: ArraySlice<UInt8>, _ output: inout ByteWriter) {
    output.append(mark)
    output.append(line)
    if line.last != UInt8(ascii: "\n") { output.append("\n\\ No newline at end of file\n") }
  }
}
