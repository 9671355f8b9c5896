import Shell
import Source

extension DockerfileRule {
  /// Tests stay out of the image that ships.
  static let bakedTests = DockerfileRule(
    Rule(
      "dockerfile/baked-tests", .info, "Keep tests and debug builds out of the image that ships",
      advice: "Build tests in a stage of their own, and ship what a release build makes")
  ) { inspection, findings in
    let shipped = inspection.shipped
    guard !inspection.surroundings.isFragment, shipped.command != nil, !isTestImage(inspection) else { return }
    for script in inspection.scripts where shipped.includes(script.occurrence) {
      for call in script.calls where buildsTests(call) {
        findings.report("Tests compiled into the image: '\(call.name.string)' of the stage that ships", at: call.place)
      }
    }
    for occurrence in inspection.occurrences where shipped.includes(occurrence) {
      for word in sources(of: occurrence.instruction) {
        guard let kind = kind(of: inspection.file[word]) else { continue }
        findings.report("'\(inspection.file[word].string)' in the image: \(kind)", at: word.range)
      }
    }
  }

  private static func isTestImage(_ inspection: Inspection) -> Bool {
    guard let name = inspection.file.stages.last?.name else { return false }
    let stage = inspection.file[name].lowercased[...]
    return stage.contains("test") || stage.contains("debug") || stage.contains("dev")
  }

  /// Whether a command compiles tests and does not run them: `go test -c`, `cargo test --no-run`.
  private static func buildsTests(_ call: Call) -> Bool {
    switch call.name {
    case "go": call.isCommand("test") && call.hasArgument("-c")
    case "cargo":
      call.isCommand("test") && call.hasArgument("--no-run") || call.isCommand("build") && call.hasArgument("--tests")
    default: false
    }
  }

  private static func sources(of instruction: Instruction) -> ArraySlice<Word> {
    guard instruction.keyword == .copy || instruction.keyword == .add, case .words(let words, _) = instruction.arguments
    else { return [] }
    return words.dropLast()
  }

  /// What a path says of the file that lies there.
  private static func kind(of path: Bytes) -> StaticString? {
    let path = path.last == UInt8(ascii: "/") ? path.dropLast() : path
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
    if path.contains("target/debug/") || path.hasSuffix("target/debug") { return "a debug build" }
    if path.contains("/bin/Debug/") || path.contains("/.build/debug/") { return "a debug build" }
    return name.hasSuffix(".test") || name.hasSuffix("_test") ? "a compiled test" : nil
  }
}
