import Source

extension NoteRule {
  /// Link to one topic, not to one of several.
  static let ambiguousTopic = NoteRule(
    Rule(
      "notes/ambiguous-topic", .warning, "Link to one topic, not to one of several",
      advice: "Write the path of the note that is meant, as in '[[docker/volume|volume]]'", fix: .unsafe),
    links: { link, _ in
      guard case .ambiguous(let name, let notes) = link.reason else { return nil }
      let paths = notes.map { link.notes[$0].path.path }
      return Words(
        message: "Ambiguous topic '\(name)': \(notes.count) notes have that name, '\(paths[0])' is linked",
        suggestion: "\\(paths[0].dropLast(3))|\\(name)",
        remarks: notes.prefix(4).map { Remark("This note is called '\(name)'", at: link.notes[$0].start) })
    })
}
