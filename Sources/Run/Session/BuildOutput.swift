import Docker
import Source

/// What an engine printed while it built.
struct BuildOutput {
  private let lines: [Bytes]

  init(_ output: [UInt8]) {
    lines = OutputPattern.lines(of: output)
  }

  /// The output without what engines say about themselves: numbers of layers, where they are, and that they are old.
  static func withoutNoise(_ output: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = output[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      if let cached = line.firstRange(of: Array("Using cache".utf8)) {
        kept += line[..<cached.upperBound] + [UInt8(ascii: "\n")]
      } else if !isNoise(line.trimmed) {
        kept += line
      }
      rest = rest[end...]
    }
    return kept
  }

  private static func isNoise(_ line: Bytes) -> Bool {
    let beginnings: [StaticString] = [
      "subprocess exited ", "-->", "--->", "Sending build context ", "Removing intermediate container ",
      "Successfully built ", "Successfully tagged ", "DEPRECATED: The legacy builder ",
      "BuildKit is currently disabled; ", "Install the buildx component ", "environment-variable.",
      "https://docs.docker.com/go/buildx",
    ]
    if beginnings.contains(where: { line.hasPrefix($0) }) { return true }
    let isHash = line.count == 64 && line.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
    return isHash
      || line.contains("COMMIT ") && line.firstRange(of: "COMMIT ").map { $0.lowerBound - line.startIndex < 8 } == true
  }

  /// Why a build ended: the last line that says `error`, else the last line.
  var reason: String {
    let line = lines.last { line in line.lowercased[...].contains("error") } ?? lines.last { !$0.trimmed.isEmpty }
    guard var text = line?.trimmed else { return "nothing was printed" }
    for start in ["Error: ", "ERROR: "] as [StaticString] where text.hasPrefix(start) {
      text = text.dropFirst(start.utf8CodeUnitCount)
    }
    return text.excerpt
  }

  /// Whether a layer was gone that the builder had found before: `Error: …: layer not known`.
  var hasLostLayer: Bool {
    guard let last = lines.last(where: { !$0.trimmed.isEmpty }), last.hasPrefix("Error") else { return false }
    return last.contains("layer not known") || last.contains("image not known")
  }

  /// The instruction that the builder was at, in the Dockerfile of a fence, if that can be told.
  func instruction(in content: SourceText) -> SourceRange? {
    guard let shown = lines.lazy.reversed().compactMap(Self.step).first else { return nil }
    let file = Dockerfile(parsing: SourceText(path: "", bytes: HiddenLines.revealed(content.bytes)))
    let wanted = Self.words(shown)
    // A hidden line is longer there than here, so places are told by what stands there.
    guard let found = file.instructions.last(where: { Self.words(file[$0.range]).starts(with: wanted) }) else {
      return nil
    }
    let text = file[found.range]
    let line = text.prefix { $0 != UInt8(ascii: "\n") }.prefix(40)
    return content.bytes[...].firstRange(of: Array(line)).map { SourceRange($0.lowerBound, $0.upperBound) }
  }

  /// The instruction in `STEP 2/3: RUN make`, `[1/2] STEP 2/3: RUN make` or `Step 2/3 : RUN make`.
  private static func step(_ line: Bytes) -> Bytes? {
    var rest = line
    if rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
      rest = rest[(end + 1)...].trimmed
    }
    guard rest.hasPrefix("STEP ") || rest.hasPrefix("Step "), let colon = rest.firstRange(of: ": ") else { return nil }
    return rest[colon.upperBound...].trimmed
  }

  /// The layers that docker's old builder made and did not find in its cache: ` ---> 4a97a2c6a72e`.
  var newLayers: [String] {
    var layers: [String] = []
    var isCached = false
    for line in lines {
      let words = Self.words(line)
      if line.hasPrefix("Step ") { isCached = words.count > 3 && words[3] == "FROM" }
      guard words.count > 1, words[0] == "--->" else { continue }
      if words[1] == "Using" { isCached = true }
      let isLayer = words[1].count == 12 && words[1].allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
      if isLayer, !isCached { layers.append(words[1].string) }
    }
    return layers
  }

  private static func words(_ text: Bytes) -> [Bytes] {
    text.split { $0.isSpace }
  }
}
