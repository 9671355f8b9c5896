import Notes
public import Source

// What language models read: the notes as Markdown, by the llms.txt proposal.
extension Site {
  /// `llms.txt`: the site's outline, with a link to each note's Markdown.
  func llmsIndex() -> OutputFile {
    var output = ByteWriter()
    output.append("# ")
    output.append(settings.title)
    output.append("\n")
    if let description = settings.description {
      output.append("\n> ")
      output.append(description)
      output.append("\n")
    }
    for section in knowledge.index.sections { outline(section, &output) }
    return OutputFile(path: "llms.txt", bytes: output.finish())
  }

  private func outline(_ section: Section, _ output: inout ByteWriter) {
    let notes =
      [section.note].compactMap { $0 }
      + section.children.compactMap { child in
        if case .note(let note) = child { note } else { nil }
      }
    guard !notes.isEmpty else { return }
    output.append("\n## ")
    output.append(section.title)
    output.append("\n\n")
    for note in notes {
      output.append("- [")
      output.append(knowledge.notes[note].title)
      output.append("](")
      output.append(absolute(path: markdownFile(of: note)))
      output.append(")")
      let summary = knowledge.notes[note].summary
      if !summary.isEmpty {
        output.append(": ")
        output.append(summary)
      }
      output.append("\n")
    }
  }

  /// A note's Markdown under its title: its `.md` twin.
  public func markdown(of note: Int, _ text: [UInt8], into output: inout ByteWriter) {
    let content = knowledge.notes[note]
    if !content.hasTitleHeading {
      output.append("# ")
      output.append(content.title)
      output.append("\n\n")
    }
    output.append(text[Self.firstLineWithText(text)...])
    output.startLine()
  }

  /// A note's part of `llms-full.txt`: its Markdown, with its address. The parts of an outline stand in the whole of it.
  public func fullText(of note: Int, _ text: [UInt8], into output: inout ByteWriter) {
    guard knowledge.notes[note].part == nil else { return }
    output.append("Source: ")
    output.append(absolute(knowledge.index.addresses[note]))
    output.append("\n\n")
    markdown(of: note, text, into: &output)
    output.append("\n---\n\n")
  }

  private static func firstLineWithText(_ text: [UInt8]) -> Int {
    text.firstIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? text.endIndex
  }
}
