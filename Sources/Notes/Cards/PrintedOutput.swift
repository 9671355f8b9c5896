import Markdown
import Source

extension PrintedOutput {
  /// What the sessions among a note's fences print, command by command: what is short enough to be known by heart, and
  /// is written out in full.
  static func all(in fences: [Fence]) -> [PrintedOutput] {
    fences.flatMap { fence -> [PrintedOutput] in
      guard fence.info.language == "console", fence.info["skip"] == nil else { return [] }
      return steps(of: fence.content.bytes, name: fence.info["name"])
    }
  }

  private static let mostLines = 12
  private static let mostBytes = 600

  /// The commands of a session with what stands below them. A command that goes on in a second line is passed over: it
  /// shows how something is written, more than what it prints.
  private static func steps(of session: [UInt8], name: String?) -> [PrintedOutput] {
    var steps: [PrintedOutput] = []
    var command: Bytes?
    var output: [Bytes] = []
    func end() {
      while output.last?.trimmed.isEmpty ?? false { output.removeLast() }
      guard let command, !output.isEmpty, output.count <= mostLines else { return }
      let text = Array(output.joined(separator: [UInt8(ascii: "\n")]))
      let isWhole = !text[...].contains("…") && command.last != UInt8(ascii: "\\") && !command.contains("<<")
      guard isWhole, text.count <= mostBytes else { return }
      steps.append(PrintedOutput(command: Array(command), output: text, name: name))
    }
    for line in session.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") || line.hasPrefix("#- ") {
        end()
        command = line.hasPrefix("$ ") ? line.dropFirst(2).trimmed : nil
        output = []
      } else if line.hasPrefix("> "), output.isEmpty {
        command = nil
      } else {
        output.append(line)
      }
    }
    end()
    return steps
  }
}
