import Source

/// Findings as JSON, for a script.
enum DiagnosticsJSON {
  /// What was found in a file, by place.
  static func bytes(_ diagnostics: [Diagnostic], of file: [UInt8]) -> [UInt8] {
    let lines = LineTable(file)
    var json = JSONWriter()
    json.object { json in
      json.array("diagnostics") { json in
        for diagnostic in diagnostics.sorted(by: comesBefore) { write(diagnostic, lines, &json) }
      }
    }
    return json.finish()
  }

  private static func comesBefore(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    (one.place.range.start, one.place.range.end) < (other.place.range.start, other.place.range.end)
  }

  private static func write(_ diagnostic: Diagnostic, _ lines: LineTable, _ json: inout JSONWriter) {
    json.object { json in
      json.member("rule", diagnostic.rule.id.name)
      json.array("aliases") { json in
        for alias in diagnostic.rule.aliases { json.string(alias) }
      }
      json.member("severity", diagnostic.rule.severity.name)
      json.member("message", diagnostic.message)
      position("start", lines.position(diagnostic.place.range.start), &json)
      position("end", lines.position(diagnostic.place.range.end), &json)
      json.member("advice", diagnostic.rule.advice)
    }
  }

  private static func position(_ name: String, _ position: Position, _ json: inout JSONWriter) {
    json.object(name) { json in
      json.member("line", position.line)
      json.member("column", position.column)
      json.member("offset", position.offset)
    }
  }
}
