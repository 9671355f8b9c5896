import Shell
import Source

extension DockerfileRule {
  /// One program downloads.
  static let wgetAndCurl = DockerfileRule(
    Rule(
      "dockerfile/wget-and-curl", .info, "Download with wget or with curl, not with both",
      advice: "Choose one, and leave the other out of the image",
      aliases: ["DL4001"])
  ) { inspection, findings in
    var first = [Call?](repeating: nil, count: inspection.file.stages.count + 1)
    var isReported = [Bool](repeating: false, count: first.count)
    for script in inspection.scripts where inspection.ships(script.occurrence) {
      let stage = (script.occurrence.stage ?? -1) + 1
      for call in script.calls where !isReported[stage] && (call.name == "wget" || call.name == "curl") {
        guard let other = first[stage] else {
          first[stage] = call
          continue
        }
        guard !other.name.elementsEqual(call.name) else { continue }
        isReported[stage] = true
        findings.report(
          "'\(call.name.string)' downloads here, and '\(other.name.string)' above", at: call.nameWord.range,
          notes: [inspection.file.remark("'\(other.name.string)' downloads here", at: other.nameWord.range)])
      }
    }
  }
}
