import Source

/// Findings as test results, which CI servers show: a suite for each file, a failed test for each grave finding.
///
/// Reference: <https://github.com/testmoapp/junitxml>
struct JUnitReport {
  private let findings: [Finding]
  private let files: [String]
  private let isGrave: (Diagnostic) -> Bool

  /// The results of a check that looked at `files`.
  ///
  /// - Parameter isGrave: Whether a finding makes the check fail; others are told, but are no failures.
  init(_ findings: [Finding], files: [String], isGrave: @escaping (Diagnostic) -> Bool) {
    self.findings = findings
    self.files = files
    self.isGrave = isGrave
  }

  /// The XML document.
  var xml: [UInt8] {
    let byFile = Dictionary(grouping: findings) { $0.diagnostic.place.path }
    let suites = Set(files).union(byFile.keys).sorted().map { ($0, byFile[$0] ?? []) }
    var output = ByteWriter()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let tests = suites.reduce(0) { $0 + max(1, $1.1.count) }
    output.append("<testsuites name=\"rutter check\"\(counts(tests, findings))>\n")
    for (path, findings) in suites { write(path, findings, &output) }
    output.append("</testsuites>\n")
    return output.finish()
  }

  private func counts(_ tests: Int, _ findings: [Finding]) -> String {
    " tests=\"\(tests)\" failures=\"\(findings.count { isGrave($0.diagnostic) })\" errors=\"0\" skipped=\"0\" time=\"0\""
  }

  private func write(_ path: String, _ findings: [Finding], _ output: inout ByteWriter) {
    let name = Self.attribute(path)
    output.append("  <testsuite name=\"\(name)\"\(counts(max(1, findings.count), findings))>\n")
    if findings.isEmpty {
      output.append("    <testcase name=\"nothing found\" classname=\"\(name)\" file=\"\(name)\" time=\"0\"/>\n")
    }
    for finding in findings { write(finding, name, &output) }
    output.append("  </testsuite>\n")
  }

  private func write(_ finding: Finding, _ file: String, _ output: inout ByteWriter) {
    let diagnostic = finding.diagnostic
    let place = "\(finding.start.line):\(finding.start.column)"
    output.append("    <testcase name=\"\(Self.attribute(diagnostic.rule.id.name)) at \(place)\" classname=\"\(file)\"")
    output.append(" file=\"\(file)\" line=\"\(finding.start.line)\" time=\"0\">\n")
    let text = Self.text(HumanReport(hasColours: false).text([finding]))
    if isGrave(diagnostic) {
      output.append("      <failure message=\"\(Self.attribute(diagnostic.message))\"")
      output.append(" type=\"\(diagnostic.rule.severity.name)\">\(text)</failure>\n")
    } else {
      output.append("      <system-out>\(text)</system-out>\n")
    }
    output.append("    </testcase>\n")
  }

  private static func text(_ bytes: [UInt8]) -> String {
    escape(String(decoding: bytes[...].trimmed, as: UTF8.self), inAttribute: false)
  }

  private static func attribute(_ text: String) -> String { escape(text, inAttribute: true) }

  /// XML takes no control characters, not even as references.
  private static func escape(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": if inAttribute { result += "&#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
