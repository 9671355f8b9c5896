import Source

/// Cards as a text that Anki reads: a line a note, between tabs.
public enum AnkiText {
  /// The text: its head says which column is what. The note types are those that every collection of Anki has.
  public static func bytes(of notes: [AnkiNote]) -> [UInt8] {
    var text = ByteWriter(capacity: notes.count * 256)
    text.append("#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n")
    for note in notes {
      let columns = [
        note.guid, note.model == .basic ? "Basic" : "Cloze", note.deck, note.fields[0], note.fields[1],
        note.tags.joined(separator: " "),
      ]
      for (number, column) in columns.enumerated() {
        if number > 0 { text.append("\t") }
        append(column, to: &text)
      }
      text.append("\n")
    }
    return text.finish()
  }

  /// A column. Line feeds in code are kept as HTML writes them; a tab, a quote at the start and the like are quoted.
  private static func append(_ column: String, to text: inout ByteWriter) {
    let needsQuotes =
      column.utf8.contains { [0x09, 0x0A, 0x0D, UInt8(ascii: "\"")].contains($0) }
      || column.utf8.first == UInt8(ascii: "#")
    guard needsQuotes else { return text.append(column) }
    text.append("\"")
    for byte in column.utf8 {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append("\"")
  }
}
