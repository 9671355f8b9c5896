import Source

/// Findings in the format that tools exchange results of static analysis in: SARIF 2.1.0.
///
/// Reference: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html>
struct SARIFReport {
  private let findings: [Finding]
  private let helpURL: String?
  private let rules: [Rule]
  private let numbers: [RuleID: Int]
  private let regions: SARIFRegions

  /// The findings of a check.
  ///
  /// - Parameters:
  ///   - helpURL: Where the handbook with the rules' pages is published, if it is.
  ///   - read: Gives the bytes of a file by its path; nothing where it cannot be read.
  init(_ findings: [Finding], helpURL: String?, read: @escaping (String) -> [UInt8]) {
    self.findings = findings
    self.helpURL = helpURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let found = Dictionary(findings.map { ($0.diagnostic.rule.id, $0.diagnostic.rule) }) { one, _ in one }
    rules = Checks.rules.filter { found[$0.id] != nil }
    numbers = Dictionary(rules.enumerated().map { ($1.id, $0) }) { one, _ in one }
    regions = SARIFRegions(findings, read: read)
  }

  /// The log as one JSON object and a line feed.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { write(driver: &$0) }
          }
          json.member("columnKind", "utf16CodeUnits")
          json.array("results") { json in
            var fingerprints = Fingerprints()
            for finding in findings { write(finding, fingerprints.next(finding), &json) }
          }
        }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  // MARK: Rules

  private func write(driver json: inout JSONWriter) {
    json.member("name", "Rutter")
    json.member("version", Rutter.version)
    json.member("semanticVersion", Rutter.version)
    if let helpURL { json.member("informationUri", helpURL) }
    json.array("rules") { json in
      for rule in rules { write(rule, &json) }
    }
  }

  private func write(_ rule: Rule, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id.name)
      text("shortDescription", rule.summary + ".", &json)
      text("fullDescription", "\(rule.summary). \(rule.advice).", &json)
      json.object("defaultConfiguration") { $0.member("level", Self.level(rule.severity)) }
      if let helpURL { json.member("helpUri", "\(helpURL)rules/\(rule.id.name)/") }
      json.object("help") { json in
        json.member("text", rule.advice + ".")
        if let page = RulePage.named(rule.id.name) { json.member("markdown", page.text) }
      }
      json.object("properties") { json in
        json.array("tags") { json in
          json.string(String(rule.id.name.prefix { $0 != "/" }))
          for alias in rule.aliases { json.string(alias) }
        }
      }
    }
  }

  private func text(_ name: String, _ text: String, _ json: inout JSONWriter) {
    json.object(name) { $0.member("text", text) }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  // MARK: Results

  private func write(_ finding: Finding, _ fingerprint: String, _ json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.object { json in
      json.member("ruleId", diagnostic.rule.id.name)
      if let number = numbers[diagnostic.rule.id] { json.member("ruleIndex", number) }
      json.member("level", Self.level(diagnostic.rule.severity))
      text("message", diagnostic.message, &json)
      json.array("locations") { json in
        json.object { write(diagnostic.place, &$0) }
      }
      if !finding.notes.isEmpty {
        json.array("relatedLocations") { json in
          for (number, note) in finding.notes.enumerated() {
            json.object { json in
              json.member("id", number + 1)
              write(note.remark.place, &json)
              text("message", note.remark.message, &json)
            }
          }
        }
      }
      json.object("partialFingerprints") { $0.member("primaryLocationLineHash", fingerprint) }
      if let fix = diagnostic.fix { write(fix, in: diagnostic.place.path, &json) }
    }
  }

  private func write(_ place: Place, _ json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      artifact(place.path, &json)
      json.object("region") { regions.write(place, &$0) }
    }
  }

  private func write(_ fix: Fix, in path: String, _ json: inout JSONWriter) {
    json.array("fixes") { json in
      json.object { json in
        text("description", fix.isSafe ? fix.title : "\(fix.title) (may change the meaning)", &json)
        json.array("artifactChanges") { json in
          json.object { json in
            artifact(path, &json)
            json.array("replacements") { json in
              for edit in fix.edits {
                json.object { json in
                  json.object("deletedRegion") { regions.write(Place(path: path, range: edit.range), &$0) }
                  text("insertedContent", edit.text, &json)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The address of a file: below the folder that the check ran in, unless it is absolute.
  private func artifact(_ path: String, _ json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      if path == CheckTarget.standardInputName { return json.member("uri", "stdin") }
      if path.hasPrefix("/") { return json.member("uri", "file://" + Self.encoded(path)) }
      // A colon in the first part would make it look like a scheme.
      let isAmbiguous = path.prefix { $0 != "/" }.contains(":")
      json.member("uri", (isAmbiguous ? "./" : "") + Self.encoded(path))
      json.member("uriBaseId", "%SRCROOT%")
    }
  }

  private static func encoded(_ path: String) -> String {
    var output = ByteWriter()
    for byte in path.utf8 {
      if byte.isLetter || byte.isDigit || "-._~/!$&'()*+,;=:@".utf8.contains(byte) {
        output.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        output.append("%" + (digits.utf8.count == 1 ? "0" : "") + digits)
      }
    }
    return String(decoding: output.finish(), as: UTF8.self)
  }
}
