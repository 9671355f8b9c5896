import Source

/// Findings as annotations of GitHub's pull requests: one workflow command a line.
///
/// Reference: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
enum GitHubReport {
  /// The findings, a line each.
  static func text(_ findings: [Finding]) -> [UInt8] {
    var output = ByteWriter()
    for finding in findings { write(finding, &output) }
    return output.finish()
  }

  private static func write(_ finding: Finding, _ output: inout ByteWriter) {
    let diagnostic = finding.diagnostic
    output.append("::\(command(diagnostic.rule.severity)) ")
    output.append("file=\(property(diagnostic.place.path)),line=\(finding.start.line)")
    // Columns are only understood within one line.
    if finding.start.line == finding.end.line {
      let columns = Columns(of: finding)
      output.append(",col=\(columns.start),endLine=\(finding.end.line),endColumn=\(max(columns.start, columns.end))")
    } else {
      output.append(",endLine=\(finding.end.line)")
    }
    output.append(",title=\(property(diagnostic.rule.id.name))::\(data(message(of: finding)))\n")
  }

  /// What is wrong, the other places that belong to it, and what to do about it.
  private static func message(of finding: Finding) -> String {
    var text = finding.diagnostic.message
    for (remark, start) in finding.notes {
      text += "\n\(remark.message): \(remark.place.path):\(start.line):\(start.column)"
    }
    return text + "\n" + finding.diagnostic.rule.advice
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// A message: line ends would end the command.
  private static func data(_ text: String) -> String {
    escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// The value of a property: `:` and `,` end it as well.
  private static func property(_ text: String) -> String {
    escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escape(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}

/// The columns of a finding within its line as editors count them: in UTF-16 code units, from 1.
struct Columns {
  /// Where it starts.
  let start: Int
  /// Where it ends, in the line that it starts in: the column after its last character.
  let end: Int

  /// Those of a finding that ends in the line that it starts in.
  init(of finding: Finding) {
    start = Self.column(finding.start.column, in: finding)
    end = Self.column(finding.end.column, in: finding)
  }

  /// The column of the byte that `byte` bytes of a line stand before.
  static func column(_ byte: Int, of line: ArraySlice<UInt8>) -> Int {
    String(decoding: line.prefix(byte), as: UTF8.self).utf16.count + 1
  }

  private static func column(_ column: Int, in finding: Finding) -> Int {
    let offset = column - 1 - finding.lineOffset
    guard offset > 0 else { return column }
    return finding.lineOffset + Self.column(offset, of: finding.line[...])
  }
}
