import Source

/// One pass over a file: as many fixes as do not touch each other.
///
/// The choice depends on the findings alone: of two that touch, or lie within each other, the one that begins further up
/// is taken. What is left over is found again in the next pass.
struct FixPass {
  /// The file with the fixes.
  let bytes: [UInt8]
  /// How many fixes are in it.
  let count: Int

  /// Mends what `diagnostics` find in a file that holds `bytes`; with `unsafely` also by fixes that may change what
  /// the text means.
  init(_ diagnostics: [Diagnostic], to bytes: [UInt8], unsafely: Bool) {
    var chosen: [Fix.Edit] = []
    var count = 0
    var taken: SourceRange?
    for edits in Self.candidates(diagnostics, in: bytes, unsafely: unsafely) {
      guard let first = edits.first, let last = edits.last else { continue }
      let span = SourceRange(first.range.start, last.range.end)
      if let taken, !Self.areApart(taken, span) { continue }
      taken = span
      chosen += edits
      count += 1
    }
    self.bytes = Self.apply(chosen, to: bytes)
    self.count = count
  }

  /// The edits of each fix, in the order in which they are tried.
  private static func candidates(_ diagnostics: [Diagnostic], in bytes: [UInt8], unsafely: Bool) -> [[Fix.Edit]] {
    var candidates: [(edits: [Fix.Edit], rule: RuleID)] = []
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, fix.isSafe || unsafely, !fix.edits.isEmpty else { continue }
      guard fix.edits.allSatisfy({ isApplicable($0, to: bytes) }) else { continue }
      candidates.append((fix.edits, diagnostic.rule.id))
    }
    let order = candidates.indices.sorted { one, other in
      let (a, b) = (candidates[one], candidates[other])
      if a.edits[0].range != b.edits[0].range { return comesBefore(a.edits[0].range, b.edits[0].range) }
      return a.rule == b.rule ? one < other : a.rule < b.rule
    }
    return order.map { candidates[$0].edits }
  }

  /// Whether an edit changes something, within the file, and none of the bytes that are no text.
  private static func isApplicable(_ edit: Fix.Edit, to bytes: [UInt8]) -> Bool {
    guard edit.range.end <= bytes.count else { return false }
    let old = bytes[edit.range.start..<edit.range.end]
    guard !isSame(old, Array(edit.text.utf8)) else { return false }
    return String(validating: old, as: UTF8.self) != nil
  }

  private static func comesBefore(_ one: SourceRange, _ other: SourceRange) -> Bool {
    (one.start, one.end) < (other.start, other.end)
  }

  /// Whether two ranges, the first of which begins first, share no byte, and no place to insert something.
  private static func areApart(_ one: SourceRange, _ other: SourceRange) -> Bool {
    one.end < other.start || (one.end == other.start && !one.isEmpty && !other.isEmpty)
  }

  private static func apply(_ edits: [Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var end = 0
    for edit in edits {
      result += bytes[end..<edit.range.start]
      result += lines(of: edit.text, at: edit.range.start, in: bytes)
      end = edit.range.end
    }
    return result + bytes[end...]
  }

  /// The text with line ends as they are around the place that it goes to.
  private static func lines(of text: String, at offset: Int, in bytes: [UInt8]) -> [UInt8] {
    let feed = UInt8(ascii: "\n")
    let text = Array(text.utf8)
    guard text.contains(feed) else { return text }
    let end = bytes[offset...].firstIndex(of: feed) ?? bytes[..<offset].lastIndex(of: feed)
    guard let end, end > 0, bytes[end - 1] == UInt8(ascii: "\r") else { return text }
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      if byte == feed, index == 0 || text[index - 1] != UInt8(ascii: "\r") { result.append(UInt8(ascii: "\r")) }
      result.append(byte)
    }
    return result
  }
}
