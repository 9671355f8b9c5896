import Notes
import Source

/// What open pages are told of the site: which version it is, and what is wrong with it.
struct LiveState: Sendable {
  /// Tells this run of the server from others.
  let session: String
  var version = 0
  /// The files published as they are that the last change touched.
  var assets: [String] = []
  /// What is wrong: errors and warnings, those that are shown.
  var findings: [(finding: Finding, page: String?)] = []
  /// How many errors and warnings there are.
  var findingCount = 0

  /// How many findings a page shows.
  static let mostFindings = 30

  /// The state as JSON: what `/-/state` answers, and the data of the event `change` of `/-/live`.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("session", session)
      json.member("version", version)
      json.array("assets") { json in
        for asset in assets { json.string(asset) }
      }
      json.member("count", findingCount)
      json.array("findings") { json in
        for (finding, page) in findings { Self.write(finding, page, &json) }
      }
    }
    return json.finish()
  }

  private static func write(_ finding: Finding, _ page: String?, _ json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.object { json in
      json.member("path", diagnostic.place.path)
      json.member("line", finding.start.line)
      json.member("column", finding.start.column)
      json.member("severity", diagnostic.rule.severity.name)
      json.member("rule", diagnostic.rule.id.name)
      json.member("message", diagnostic.message)
      json.member("advice", diagnostic.rule.advice)
      if let page { json.member("page", page) }
    }
  }
}

extension LiveSite {
  /// What is wrong with the site now, and on which pages, whose addresses begin with `base`.
  func findings(below base: String) -> (shown: [(finding: Finding, page: String?)], count: Int) {
    let wrong = report.diagnostics.filter { $0.rule.severity > .info }
    let shown = Report(Array(wrong.prefix(LiveState.mostFindings)))
    let findings = shown.findings { path in (try? FileReader.read(path)) ?? [] }
    return (findings.map { ($0, page(ofFile: $0.diagnostic.place.path).map { base + $0 }) }, wrong.count)
  }
}
