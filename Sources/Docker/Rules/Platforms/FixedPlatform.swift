import Shell
import Source

extension DockerfileRule {
  /// A build is for the platform that it is asked for.
  static let fixedPlatform = DockerfileRule(
    Rule(
      "dockerfile/fixed-platform", .info, "Build for the platform that is asked for",
      advice: "Write '$TARGETARCH', and 'ARG TARGETARCH' above")
  ) { inspection, findings in
    let file = inspection.file
    guard !inspection.surroundings.isFragment, !isFixedOnPurpose(file) else { return }
    for script in inspection.scripts {
      reportCompilers(script.script, &findings)
      reportDownloads(script.script, &findings)
    }
    for occurrence in inspection.occurrences where occurrence.instruction.keyword == .add {
      guard case .words(let words, _) = occurrence.instruction.arguments else { continue }
      for word in words.dropLast() where file[word].contains("://") { reportDownload(file[word], &findings) }
    }
    for occurrence in inspection.occurrences where occurrence.instruction.keyword == .env && !occurrence.isTrigger {
      guard case .pairs(let pairs) = occurrence.instruction.arguments else { continue }
      for pair in pairs where file[pair.name] == "GOARCH" {
        if let value = pair.value, Architecture.isName(file[value]) { report(value.range, file[value], &findings) }
      }
    }
  }

  /// Whether the file is for one platform: one of its stages or images has that in its name, or in its FROM.
  private static func isFixedOnPurpose(_ file: Dockerfile) -> Bool {
    file.stages.contains { stage in
      let from = file.instructions[stage.instructions.lowerBound]
      if let platform = from.flag("platform", in: file)?.value, !file[platform].contains(UInt8(ascii: "$")) {
        return true
      }
      return [stage.base, stage.name].contains { $0.map { Architecture.isNamed(in: file[$0]) } ?? false }
    }
  }

  /// `GOARCH=amd64 go build`
  private static func reportCompilers(_ script: Script, _ findings: inout Findings) {
    guard script[script.range].contains("GOARCH=") else { return }
    var places: [SourceRange] = []
    for command in script.commands {
      for assignment in script.assignments(of: command) where script[assignment.name] == "GOARCH" {
        places.append(assignment.value.range)
      }
      guard let call = script.call(command), call.name == "export" || call.name == "env" else { continue }
      for word in call.arguments where script[word].hasPrefix("GOARCH=") && !word.isQuoted {
        places.append(SourceRange(word.range.start + "GOARCH=".utf8.count, word.range.end))
      }
    }
    // One that compiles for several names them all.
    guard places.count == 1, Architecture.isName(script[places[0]]) else { return }
    report(places[0], script[places[0]], &findings)
  }

  /// `curl https://example.com/tool-linux-amd64.tar.gz`
  private static func reportDownloads(_ script: Script, _ findings: inout Findings) {
    let text = script[script.range]
    guard text.contains("://"), !Architecture.isAskedFor(in: text) else { return }
    for call in script.calls where call.name == "curl" || call.name == "wget" {
      for word in call.arguments where script[word.range].contains("://") {
        if reportDownload(script[word.range], &findings) { return }
      }
    }
  }

  @discardableResult
  private static func reportDownload(_ address: Bytes, _ findings: inout Findings) -> Bool {
    guard let range = Architecture.find(in: address) else { return false }
    let name = address[range.start..<range.end].string
    findings.report("'\(name)' is downloaded whatever platform is asked for", at: range)
    return true
  }

  private static func report(_ range: SourceRange, _ name: Bytes, _ findings: inout Findings) {
    findings.report("GOARCH '\(name.string)' whatever platform is asked for, write '$TARGETARCH'", at: range)
  }
}

/// The names of processor architectures.
private enum Architecture {
  private static let names: [StaticString] = ["amd64", "x86_64", "arm64", "aarch64"]

  static func isName(_ word: Bytes) -> Bool {
    names.contains { word == $0 } || word == "arm" || word == "386"
  }

  /// Whether the name of an image or a stage is that of one for a single architecture: `arm64v8/alpine`.
  static func isNamed(in text: Bytes) -> Bool {
    names.contains { text.contains($0) } || text.contains("arm32") || text.contains("i386") || text.contains("s390x")
  }

  /// The first name in a text that is no part of a longer word.
  static func find(in text: Bytes) -> SourceRange? {
    for name in names {
      guard let found = text.firstRange(of: name) else { continue }
      let isAlone = found.upperBound == text.endIndex || !text[found.upperBound].isLetter
      if isAlone { return SourceRange(found.lowerBound, found.upperBound) }
    }
    return nil
  }

  /// Whether a script finds out for itself what it runs on, or has something for more than one architecture.
  static func isAskedFor(in text: Bytes) -> Bool {
    let signs: [StaticString] = ["uname", "print-architecture", "TARGETARCH", "TARGETPLATFORM", "print-arch", "ARCH="]
    if signs.contains(where: { text.contains($0) }) { return true }
    return (text.contains("amd64") || text.contains("x86_64")) && (text.contains("arm64") || text.contains("aarch64"))
  }
}
