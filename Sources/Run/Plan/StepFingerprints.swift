import Source

/// Tells what the result of a step depends on: its fence and its code, the files beside it, and the steps that it needs.
struct StepFingerprints {
  /// What stands for all files of the page.
  private var files: ContentHash?
  private let snippets: [PageSnippet]

  init(_ snippets: [PageSnippet]) {
    self.snippets = snippets
  }

  /// Sixteen hexadecimal digits that change with anything that a step depends on.
  mutating func hash(of step: RunPlan.Step, after steps: [RunPlan.Step]) -> String {
    var text = Self.bytes(of: step.snippet)
    if case .build = step.work, text[...].contains("COPY") || text[...].contains("ADD") {
      text += Array(allFiles().long.utf8)
    }
    for need in step.needs { text += Array(steps[need].hash.utf8) + [0] }
    return ContentHash(text).long
  }

  private mutating func allFiles() -> ContentHash {
    if let files { return files }
    var text: [UInt8] = []
    for snippet in snippets {
      guard let path = snippet.contextPath else { continue }
      text += Array(path.utf8) + [0] + snippet.content.bytes + [0]
    }
    let hash = ContentHash(text)
    files = hash
    return hash
  }

  /// What of a fence counts when it is run, and its code. How it looks does not count.
  private static func bytes(of snippet: PageSnippet) -> [UInt8] {
    let looks: Set<String> = ["title", "hl", "hl_lines", "tab"]
    var text = Array(snippet.language.utf8) + [0]
    for word in snippet.words.sorted() { text += Array(word.utf8) + [0] }
    for (key, value) in snippet.attributes where !looks.contains(key) { text += Array("\(key)=\(value)".utf8) + [0] }
    return text + snippet.content.bytes
  }
}

extension ContentHash {
  /// All sixteen hexadecimal digits.
  var long: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
