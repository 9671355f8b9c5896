import Run
import Source

/// What came of running snippets, for people.
struct RunReport {
  let results: [StepResult]
  let engine: Engine
  let seconds: Double
  let hasColours: Bool

  private var style: TextStyle { TextStyle(hasColours: hasColours) }

  /// A line for each snippet.
  var lines: String {
    results.map(line).joined()
  }

  private func line(_ result: StepResult) -> String {
    switch result.verdict {
    case .skipped(let reason): return "\(word("skipped", "33"))  \(result.name)  \(style.faint(reason))\n"
    case .passed: return "\(word("passed ", "32"))  \(result.name)  \(style.faint(facts(of: result)))\n"
    case .failed: return "\(word("failed ", "31"))  \(result.name)  \(style.faint(facts(of: result)))\n"
    }
  }

  private func word(_ text: String, _ colour: String) -> String {
    hasColours ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  private func facts(of result: StepResult) -> String {
    var facts = [Self.number(result.seconds, places: 1) + " s"]
    if let image = result.image {
      facts.append(Self.number(Double(image.bytes) / 1e6, places: 1) + " MB")
      facts.append(HumanReport.counted(image.layers, "layer"))
    }
    return facts.joined(separator: ", ")
  }

  /// Of each snippet that failed what differs, else the end of what it printed.
  var details: String {
    var text = ""
    for result in results where result.verdict == .failed {
      let shown = result.difference.isEmpty ? lastLines(of: result.printed) : result.difference
      guard !shown.isEmpty else { continue }
      text += "\(style.bold(result.name)) printed:\n" + shown.map { "  \(Self.printable($0))\n" }.joined() + "\n"
    }
    return text
  }

  private func lastLines(of printed: [UInt8]) -> [String] {
    let lines = OutputPattern.lines(of: printed)
    return (lines.count > 12 ? ["…"] : []) + lines.suffix(12).map(\.string)
  }

  /// Text without control characters.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 && $0 != "\t" || $0.value == 127 ? "\u{FFFD}" : $0 }))
  }

  /// How it went, in a line.
  var summary: String {
    let ran = results.filter(\.isRun)
    var counts: [String] = []
    for (name, verdict) in [("passed", StepResult.Verdict.passed), ("failed", .failed)] {
      let count = ran.count { $0.verdict == verdict }
      if count > 0 { counts.append("\(count) \(name)") }
    }
    if ran.count < results.count { counts.append("\(results.count - ran.count) skipped") }
    let time = Self.number(seconds, places: 1)
    return "\(HumanReport.counted(ran.count, "snippet")) run with \(engine.title) in \(time) s: "
      + counts.joined(separator: ", ") + "\n"
  }

  /// What the engine does not hold snippets to.
  static func warning(_ limits: [Sandbox.Limit], _ engine: Engine) -> String {
    guard !limits.isEmpty else { return "" }
    return "\(engine.title) does not enforce: " + limits.map(\.rawValue).joined(separator: ", ") + "\n"
  }

  /// A number with a fixed count of decimal places.
  static func number(_ number: Double, places: Int) -> String {
    var writer = ByteWriter()
    writer.append(number, places: places)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  // MARK: For programs

  /// Writes the engine and the results as members of an object.
  static func write(_ results: [StepResult], _ engine: Engine, _ limits: [Sandbox.Limit], _ json: inout JSONWriter) {
    json.object("engine") { json in
      json.member("name", engine.kind.rawValue)
      json.member("version", engine.version)
      json.array("notEnforced") { json in
        for limit in limits { json.string(limit.rawValue) }
      }
    }
    json.array("runs") { json in
      // By page, so that reports of shares can be merged to the same; on a page as they ran.
      for index in results.indices.sorted(by: { (results[$0].page, $0) < (results[$1].page, $1) }) {
        write(results[index], &json)
      }
    }
  }

  private static func write(_ result: StepResult, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", result.name)
      json.member("page", result.page)
      json.member("kind", result.kind)
      json.member("hash", result.hash)
      json.member("outcome", result.verdict.name)
      var reason: String?
      if case .skipped(let why) = result.verdict { reason = why }
      json.member("reason", reason)
      json.member("seconds", result.seconds, places: 3)
      if let image = result.image {
        json.object("image") { json in
          json.member("bytes", image.bytes)
          json.member("layers", image.layers)
        }
      } else {
        json.key("image")
        json.null()
      }
      json.member("printed", String(decoding: result.printed, as: UTF8.self))
    }
  }
}
