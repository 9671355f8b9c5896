import Source

/// What a build says at its end.
struct BuildSummary {
  let pages: Int
  let notes: Int
  let links: Int
  let report: Report
  let bytes: Int
  let writtenFiles: Int
  /// Wall clock.
  let seconds: Double
  /// In bytes.
  let peakMemory: Int
  let output: String

  /// One line for people.
  var text: [UInt8] {
    var line = ByteWriter()
    line.append("\(HumanReport.counted(pages, "page")) from \(HumanReport.counted(notes, "note")) in \(output): ")
    line.append("\(HumanReport.counted(writtenFiles, "file")) changed, ")
    line.append("\(HumanReport.summary(report)), ")
    line.append(seconds, places: 2)
    line.append(" s\n")
    return line.finish()
  }

  /// One object for programs.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("pages", pages)
      json.member("topics", notes)
      json.member("links", links)
      json.object("findings") { json in
        json.member("errors", report.count(of: .error))
        json.member("warnings", report.count(of: .warning))
        json.member("infos", report.count(of: .info))
      }
      json.member("bytes", bytes)
      json.member("written", writtenFiles)
      json.member("seconds", seconds, places: 3)
      json.member("peakMemory", peakMemory)
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }
}
