import Source

extension NoteRule {
  /// Write notes in UTF-8.
  static let notUTF8 = NoteRule(
    Rule(
      "notes/not-utf8", .error, "Write notes in UTF-8",
      advice: "Save the file as UTF-8; until then the bytes that are not are shown as '\u{FFFD}'"),
    notes: { note in
      note.invalidBytes.map { [("Byte that is not UTF-8", $0)] } ?? []
    })
}
