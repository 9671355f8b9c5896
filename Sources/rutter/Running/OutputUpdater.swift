import Markdown
import Notes
import Run
import Source

/// Writes what commands really printed into the notes, in the place of what was expected of them.
///
/// Nothing outside of those lines changes. Before a note is written, what would stand in it is read and compared: an
/// output that would end its fence, or be read as a command, is left as it was.
struct OutputUpdater {
  /// The notes that were written.
  private(set) var files: [String] = []
  /// Why some were not.
  private(set) var problems: [String] = []

  /// Updates the file of some results.
  mutating func update(_ file: String, with results: [StepResult]) throws(Failure) {
    let updates = results.flatMap(\.updates)
    guard !updates.isEmpty else { return }
    let bytes = try FileReader.read(file)
    var edits = updates.map { $0.edit(of: bytes) }
    edits.sort { $0.range.start < $1.range.start }
    let updated = Self.apply(edits, to: bytes)
    guard Self.hasSameCommands(bytes, updated) else {
      problems.append("\(file): what was printed cannot stand in its fence; it is left as it was")
      return
    }
    try FileReplacement.write(updated, to: file)
    files.append(file)
  }

  private static func apply(_ edits: [Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits where edit.range.start >= position && edit.range.end <= bytes.count {
      result += bytes[position..<edit.range.start] + Array(edit.text.utf8)
      position = edit.range.end
    }
    return result + bytes[position...]
  }

  /// Whether two notes have the same code blocks, and the same commands in their sessions.
  private static func hasSameCommands(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    outline(of: one) == outline(of: other)
  }

  private static func outline(of bytes: [UInt8]) -> [[[UInt8]]] {
    let document = Document(parsing: SourceText(path: "", bytes: bytes))
    return document.fences.map { fence in
      let code = fence.content.bytes
      let isSession = [fence].pageSnippets.contains { $0.isRunnable && $0.isSession }
      return isSession ? Transcript(fence.content).commands.map(\.text) : [code]
    }
  }
}

extension PageSnippet {
  /// Whether it is a session.
  fileprivate var isSession: Bool {
    if case .console? = kind { true } else { false }
  }
}
