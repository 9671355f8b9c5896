package import Source

/// Other lines for what a session shows as output.
package struct OutputUpdate: Sendable {
  /// The lines of the session's text that they take the place of; empty at a line's end to add some below it.
  package let range: SourceRange
  /// The new lines, without line feeds.
  package let lines: [[UInt8]]
  /// The session's text, whose places lead to the note.
  package let source: SourceText
  /// Where the command stands whose output it is: its lines show how lines begin there.
  package let command: SourceRange

  /// What `command` printed in the place of what is expected of it; nothing where that cannot be written.
  init?(
    _ command: Transcript.Command, in transcript: Transcript, _ difference: OutputPattern.Difference, _ printed: [Bytes]
  ) {
    let kept = command.output.count - difference.commonEnd
    let replaced = command.output[min(difference.expected, kept)..<kept]
    let end = max(difference.printed, printed.count - difference.commonEnd)
    lines = printed[difference.printed..<end].map { Array($0.withoutTrailingBlanks) }
    guard lines.allSatisfy(Self.canStand) else { return nil }
    source = transcript.source
    self.command = command.range
    if let first = replaced.first, let last = replaced.last {
      range = SourceRange(first.start, last.end)
    } else {
      let above = difference.expected > 0 ? command.output[min(difference.expected, kept) - 1] : command.range
      range = SourceRange(at: above.end)
    }
  }

  /// Whether a line can stand as output: it is text, and is not taken for a command.
  private static func canStand(_ line: [UInt8]) -> Bool {
    guard !line[...].hasPrefix("$ "), line[...] != "$", !HiddenLines.isHidden(line[...]) else { return false }
    guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return false }
    return Array(String(decoding: line, as: UTF8.self).utf8) == line
  }

  /// The change of the note.
  ///
  /// Lists and quotes put something in front of each line; new lines get what the command's line has.
  package func edit(of note: [UInt8]) -> Fix.Edit {
    let start = source.rangeInFile(SourceRange(command.start, command.start + 1)).start
    let lineStart = note[..<min(start, note.count)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let prefix = note[lineStart..<max(lineStart, min(start, note.count))]
    let place = source.rangeInFile(range)
    var text: [UInt8] = []
    for (index, line) in lines.enumerated() {
      let isFirst = index == 0 && !range.isEmpty
      if !isFirst {
        text.append(UInt8(ascii: "\n"))
        text += line.isEmpty ? prefix.withoutTrailingBlanks : prefix
      }
      text += line
    }
    guard lines.isEmpty else { return Fix.Edit(place, String(decoding: text, as: UTF8.self)) }
    // All lines go, and the line feed before the first of them with what the containers put there.
    let first = note[..<min(place.start, note.count)].lastIndex(of: UInt8(ascii: "\n")) ?? place.start
    return Fix.Edit(SourceRange(first, place.end), "")
  }
}
