import Source

extension NoteRule {
  /// Embed notes that do not lead back to the note.
  static let embedCircle = NoteRule(
    Rule(
      "notes/embed-circle", .error, "Embed notes that do not lead back to the note",
      advice: "Link to one of the notes instead of embedding it; the page shows a link there"),
    links: { link, _ in
      guard case .circle(let notes) = link.reason else { return nil }
      let names = notes.map { link.notes[$0].path.path }.joined(separator: "' → '")
      return Words(message: "Circle of embedded notes '\(names)'")
    })
}
