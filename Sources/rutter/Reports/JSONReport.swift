import Source

/// Findings for programs: the JSON format that the manual describes.
enum JSONReport {
  /// The findings as one JSON object and a line feed.
  ///
  /// - Parameter more: Writes members of its own, which come last.
  static func bytes(
    _ findings: [Finding], of report: Report, _ checked: Checked, more: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("diagnostics") { json in
        for finding in findings { write(finding, &json) }
      }
      json.object("summary") { json in
        json.member("errors", report.count(of: .error))
        json.member("warnings", report.count(of: .warning))
        json.member("infos", report.count(of: .info))
        json.member("files", checked.notes + checked.dockerfiles)
        json.object("snippets") { json in
          json.member("checked", checked.snippets)
          json.member("skipped", checked.skippedSnippets)
          json.member("run", checked.runSnippets)
        }
      }
      more(&json)
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private static func write(_ finding: Finding, _ json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.object { json in
      json.member("rule", diagnostic.rule.id.name)
      json.array("aliases") { json in
        for alias in diagnostic.rule.aliases { json.string(alias) }
      }
      json.member("severity", diagnostic.rule.severity.name)
      json.member("message", diagnostic.message)
      json.member("path", diagnostic.place.path)
      position("start", finding.start, &json)
      position("end", finding.end, &json)
      snippet(diagnostic.snippet, &json)
      json.array("notes") { json in
        for (remark, start) in finding.notes {
          json.object { json in
            json.member("message", remark.message)
            json.member("path", remark.place.path)
            position("start", start, &json)
          }
        }
      }
      fix(diagnostic.fix, &json)
      json.member("help", "rules/\(diagnostic.rule.id.name)/")
    }
  }

  private static func position(_ name: String, _ position: Position, _ json: inout JSONWriter) {
    json.object(name) { json in
      json.member("line", position.line)
      json.member("column", position.column)
      json.member("offset", position.offset)
    }
  }

  private static func snippet(_ snippet: Snippet?, _ json: inout JSONWriter) {
    guard let snippet else {
      json.key("snippet")
      json.null()
      return
    }
    json.object("snippet") { json in
      json.member("name", snippet.name)
      json.member("language", snippet.language)
      json.member("page", snippet.page)
    }
  }

  private static func fix(_ fix: Fix?, _ json: inout JSONWriter) {
    guard let fix else {
      json.key("fix")
      json.null()
      return
    }
    json.object("fix") { json in
      json.member("title", fix.title)
      json.member("safe", fix.isSafe)
      json.array("edits") { json in
        for edit in fix.edits {
          json.object { json in
            json.member("start", edit.range.start)
            json.member("end", edit.range.end)
            json.member("text", edit.text)
          }
        }
      }
    }
  }
}
