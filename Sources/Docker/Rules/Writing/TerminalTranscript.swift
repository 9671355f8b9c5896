import Source

/// Code of a note that is called a Dockerfile and shows a terminal.
///
/// Everything in it is refused, line by line; to say once what it is helps more.
struct TerminalTranscript {
  /// The code of a note is tagged by what it is.
  static let rule = Rule(
    "dockerfile/terminal-transcript", .warning, "Call a Dockerfile only what is one",
    advice: "Tag the code 'console': it shows what happens in a terminal")

  private let source: SourceText
  private let line: Bytes

  /// Nothing where a text is something else, or no code of a note.
  init?(_ source: SourceText, in surroundings: Surroundings) {
    guard surroundings.isFragment else { return nil }
    let text = source.bytes[...].drop { $0.isSpace }
    line = text.prefix { $0 != UInt8(ascii: "\n") }.trimmed
    self.source = source
    guard Self.isPrompt(line) || Self.isOutput(line) || Self.isCommand(line) else { return nil }
  }

  /// What is to be said of it: what it is, and that the builder refuses it.
  var diagnostics: [Diagnostic] {
    let word = line.prefix { !$0.isSpace }
    return [
      Diagnostic(
        Self.rule, "Transcript of a terminal where a Dockerfile is announced, tag it 'console'",
        at: source.place(line.range)),
      Diagnostic(
        Refusal.instruction, "Unknown instruction '\(word.string)', this is no Dockerfile",
        at: source.place(word.range)),
    ]
  }

  private static func isPrompt(_ line: Bytes) -> Bool {
    if line.hasPrefix("$ ") || line.hasPrefix("PS C:\\") || line.hasPrefix("C:\\>") || line.hasPrefix("> docker ") {
      return true
    }
    // `root@host:/#` and its like.
    guard let at = line.prefix(while: { !$0.isSpace }).firstIndex(of: UInt8(ascii: "@")), at > line.startIndex else {
      return false
    }
    return line.contains("# ") || line.contains("$ ")
  }

  private static func isCommand(_ line: Bytes) -> Bool {
    let words: [StaticString] = ["docker ", "docker-compose ", "podman ", "buildah ", "sudo "]
    return words.contains { line.hasPrefix($0) }
  }

  private static func isOutput(_ line: Bytes) -> Bool {
    line.hasPrefix("Sending build context to Docker daemon") || line.hasPrefix("[+] Building ")
      || line.hasPrefix("Step 1/") || line.hasPrefix("STEP 1/") || isProgress(line)
  }

  /// `#1 [internal] load build definition`
  private static func isProgress(_ line: Bytes) -> Bool {
    guard line.first == UInt8(ascii: "#"), let second = line.dropFirst().first, second.isDigit else { return false }
    return line.contains(" [") || line.contains(" building with ")
  }
}
