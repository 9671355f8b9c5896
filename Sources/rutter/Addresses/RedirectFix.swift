import Notes
import Source

/// Fixes that keep old addresses alive.
enum RedirectFix {
  /// Names an address under `redirect-from` in the front matter of a note that holds `bytes`; nothing where that cannot be
  /// written without doubt.
  static func fix(_ address: String, in file: String, _ bytes: [UInt8]) -> Fix? {
    let (matter, bodyStart, problems) = FrontMatter.read(SourceText(path: file, bytes: bytes))
    guard let edits = edits(address, matter, bodyStart, bytes) else { return nil }
    let fix = Fix("Redirect from '\(address)'", isSafe: false, edits: edits)
    // YAML has its ways: the note is read again as it would be.
    let rule = AddressRules.page
    let probe = Diagnostic(rule, "", at: Place(path: file, range: SourceRange(at: 0)), fix: fix)
    let mended = FixPass([probe], to: bytes, unsafely: true).bytes
    let (new, newStart, newProblems) = FrontMatter.read(SourceText(path: file, bytes: mended))
    let wanted = matter.redirectFrom.map(\.text) + [address]
    guard new.redirectFrom.map(\.text) == wanted, newProblems.count == problems.count else { return nil }
    return isSame(mended[newStart...], Array(bytes[bodyStart...])) ? fix : nil
  }

  private static func edits(
    _ address: String, _ matter: FrontMatter, _ bodyStart: Int, _ bytes: [UInt8]
  ) -> [Fix.Edit]? {
    guard let last = matter.redirectFrom.last else { return newLine(address, bodyStart, bytes) }
    let start = bytes[..<last.range.start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = bytes[start..<last.range.start]
    let at = SourceRange(at: last.range.end)
    if before.trimmed.first == UInt8(ascii: "-") {
      // Behind a comment that belongs to the last of them.
      var end = bytes[last.range.end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      return [Fix.Edit(SourceRange(at: end), "\n\(before.string)\(address)")]
    }
    let next = bytes[last.range.end...].first { !$0.isSpace }
    if next == UInt8(ascii: "]") || next == UInt8(ascii: ",") { return [Fix.Edit(at, ", \(address)")] }
    return [Fix.Edit(SourceRange(at: last.range.start), "["), Fix.Edit(at, ", \(address)]")]
  }

  /// A key of its own at the end of the front matter, or a front matter of its own.
  private static func newLine(_ address: String, _ bodyStart: Int, _ bytes: [UInt8]) -> [Fix.Edit] {
    let line = "redirect-from: [\(address)]\n"
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bodyStart > mark else { return [Fix.Edit(SourceRange(at: mark), "---\n\(line)---\n")] }
    // The line `---` that ends it stands right before the text.
    let closing = bytes[..<bodyStart].dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? mark
    return [Fix.Edit(SourceRange(at: closing), line)]
  }

  /// Gives a heading its old id; nothing where it is written in a way that leaves no room for one.
  static func fix(_ id: String, of heading: NoteHeading, _ bytes: [UInt8]) -> Fix? {
    guard heading.range.end <= bytes.count else { return nil }
    let start = bytes[..<heading.range.start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[heading.range.start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[start..<end].trimmed
    guard line.first == UInt8(ascii: "#"), let last = line.last, last != UInt8(ascii: "#"), last != UInt8(ascii: "}"),
      id.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Fix(
      "Keep the id '\(id)'", isSafe: false, edits: [Fix.Edit(SourceRange(at: line.endIndex), " {#\(id)}")])
  }
}
