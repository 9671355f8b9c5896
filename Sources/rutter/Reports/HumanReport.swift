import Source

/// Findings for people: place, what is wrong, the line with a caret, and what to do about it.
struct HumanReport {
  let hasColours: Bool

  /// The findings as text.
  func text(_ findings: [Finding]) -> [UInt8] {
    var output = ByteWriter()
    for finding in findings { write(finding, &output) }
    return output.finish()
  }

  private func write(_ finding: Finding, _ output: inout ByteWriter) {
    let diagnostic = finding.diagnostic
    output.append(bold("\(diagnostic.place.path):\(finding.start.line):\(finding.start.column): "))
    output.append(colour(diagnostic.rule.severity, "\(diagnostic.rule.severity.name)[\(diagnostic.rule.id.name)]"))
    output.append(bold(": \(Self.printable(diagnostic.message))"))
    output.append("\n")
    excerpt(finding, &output)
    for (remark, start) in finding.notes {
      output.append("  note: \(Self.printable(remark.message)): \(remark.place.path):\(start.line):\(start.column)\n")
    }
    output.append("  help: \(diagnostic.rule.advice)\n\n")
  }

  /// The line, and a caret below each of the bytes in question. A long line is cut around them.
  private func excerpt(_ finding: Finding, _ output: inout ByteWriter) {
    let line = LineColumns(finding.line)
    let startColumn = line.column(finding.start.column - 1 - finding.lineOffset)
    let endByte =
      finding.end.line == finding.start.line ? finding.end.column - 1 - finding.lineOffset : finding.line.count
    let width = max(1, line.column(endByte) - startColumn)
    let first = max(0, startColumn - 60)
    let shown = line.text(from: first, count: 140)
    let number = String(finding.start.line)
    output.append("  \(number) | \(Self.printable(shown.text))\n")
    let margin = String(repeating: " ", count: number.utf8.count)
    let carets = String(repeating: "^", count: min(width, max(1, shown.count - (startColumn - first))))
    output.append(
      "  \(margin) | \(line.indent(from: first, to: startColumn))"
        + "\(colour(finding.diagnostic.rule.severity, carets))\n")
  }

  /// Text without control characters: a note must not be able to steer the terminal.
  private static func printable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 32 && $0 != 9 || $0 == 127 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 && $0 != "\t" || $0.value == 127 ? "\u{FFFD}" : $0 }))
  }

  private func bold(_ text: String) -> String {
    hasColours ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func colour(_ severity: Severity, _ text: String) -> String {
    guard hasColours else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .info: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }

  /// `2 errors, 1 warning` and `nothing found`.
  static func summary(_ report: Report) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.count(of: severity)
      guard count > 0 else { return nil }
      return counted(count, severity == .info ? "hint" : severity.name)
    }
    return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
  }

  /// `1 note`, `2 notes`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : noun.hasSuffix("x") ? "es" : "s")"
  }
}
