import Shell
import Source

extension DockerfileRule {
  /// What compiles for another platform runs on that of the builder.
  static let emulatedBuild = DockerfileRule(
    Rule(
      "dockerfile/emulated-build", .info, "Compile for other platforms on that of the builder",
      advice: "Write 'FROM --platform=$BUILDPLATFORM'", fix: .unsafe)
  ) { inspection, findings in
    let file = inspection.file
    guard !inspection.surroundings.isFragment else { return }
    var told = -1
    for script in inspection.scripts {
      guard let stage = script.occurrence.stage, stage != told, crossCompiles(script.script) else { continue }
      let root = inspection.graph.root(of: stage)
      let from = file.instructions[file.stages[root].instructions.lowerBound]
      let flag = from.flag("platform", in: file)
      guard flag == nil || flag?.value.map({ file[$0].isTargetPlatform }) == true,
        let base = file.stages[root].base
      else { continue }
      told = stage
      let place = flag?.range ?? SourceRange(at: base.range.start)
      findings.report(
        "Emulated compiler: the stage compiles for $TARGETARCH, and runs on that platform too", at: base.range,
        fix: file.replacing(
          place, with: "--platform=$BUILDPLATFORM" + (flag == nil ? " " : ""), "Run it on the builder's platform",
          isSafe: false))
    }
  }

  /// `GOARCH=$TARGETARCH go build`
  private static func crossCompiles(_ script: Script) -> Bool {
    let text = script[script.range]
    guard let name = text.firstRange(of: "GOARCH=") else { return false }
    let value = text[name.upperBound...].drop { $0 == UInt8(ascii: "\"") }
    return value.hasPrefix("$TARGETARCH") || value.hasPrefix("${TARGETARCH}")
  }
}
