/// A diagnostic as a person reads it: with line and column, and the line itself.
public struct Finding: Sendable {
  /// What is wrong.
  public let diagnostic: Diagnostic
  /// Where it starts.
  public let start: Position
  /// Where it ends: the place after its last byte.
  public let end: Position
  /// The line that it starts in, in UTF-8, without its line feed; of a very long one the part around the place.
  public let line: [UInt8]
  /// Where `line` begins in that line: the number of bytes before it.
  public let lineOffset: Int
  /// Where the other places are that it names, in their order.
  public let notes: [(remark: Remark, start: Position)]
}

/// All that is wrong with a site, in the order of files and places.
public struct Report: Sendable {
  /// What was found.
  public let diagnostics: [Diagnostic]

  /// Puts findings into their order, and leaves out those that say the same of the same place.
  public init(_ diagnostics: [Diagnostic]) {
    // Numbers are moved about, not findings: those are large.
    let order = diagnostics.indices.sorted { Self.comesBefore(diagnostics[$0], diagnostics[$1]) }
    var sorted: [Diagnostic] = []
    sorted.reserveCapacity(diagnostics.count)
    for index in order {
      if let last = sorted.last, !Self.comesBefore(last, diagnostics[index]) { continue }
      sorted.append(diagnostics[index])
    }
    self.diagnostics = sorted
  }

  /// How many findings have this severity.
  public func count(of severity: Severity) -> Int {
    diagnostics.count { $0.rule.severity == severity }
  }

  /// Whether any finding is as severe as `severity`, or more.
  public func has(atLeast severity: Severity) -> Bool {
    diagnostics.contains { $0.rule.severity >= severity }
  }

  /// The findings whose rule and place `isWanted`.
  public func filtered(_ isWanted: (Diagnostic) -> Bool) -> Report {
    Report(diagnostics.filter(isWanted))
  }

  /// The findings with lines and columns, file by file.
  ///
  /// - Parameter read: Gives the bytes of a file by the path that places name; nothing where it cannot be read.
  public func findings(read: (String) -> [UInt8]) -> [Finding] {
    var files: [String: (bytes: [UInt8], lines: LineTable)] = [:]
    func file(_ path: String) -> (bytes: [UInt8], lines: LineTable) {
      if let known = files[path] { return known }
      if files.count > 64 { files.removeAll() }
      let bytes = read(path)
      let file = (bytes, LineTable(bytes))
      files[path] = file
      return file
    }
    return diagnostics.map { diagnostic in
      let (bytes, lines) = file(diagnostic.place.path)
      let start = lines.position(diagnostic.place.range.start)
      let line = lines.line(start.line)
      let shown = Self.excerpt(of: line, around: start.offset, in: bytes)
      return Finding(
        diagnostic: diagnostic, start: start, end: lines.position(diagnostic.place.range.end),
        line: Array(bytes[shown.start..<shown.end]), lineOffset: shown.start - line.start,
        notes: diagnostic.notes.map { remark in
          (remark, file(remark.place.path).lines.position(remark.place.range.start))
        })
    }
  }

  /// As much of a line as a report shows, without a character cut in two: a finding a word in a line of a megabyte must
  /// not be a megabyte each.
  private static func excerpt(of line: SourceRange, around offset: Int, in bytes: [UInt8]) -> SourceRange {
    guard line.count > 2_000 else { return line }
    var start = max(line.start, offset - 500)
    var end = min(line.end, offset + 1_500)
    while start > line.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(start, end)
  }

  /// By file, place, rule and message.
  private static func comesBefore(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    if one.place.path != other.place.path { return one.place.path < other.place.path }
    let (range, otherRange) = (one.place.range, other.place.range)
    if range != otherRange { return (range.start, range.end) < (otherRange.start, otherRange.end) }
    return (one.rule.id, one.message) < (other.rule.id, other.message)
  }
}
