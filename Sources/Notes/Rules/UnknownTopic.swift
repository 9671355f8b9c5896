import Source

extension NoteRule {
  /// Link to a topic that has a note.
  static let unknownTopic = NoteRule(
    Rule(
      "notes/unknown-topic", .error, "Link to a topic that has a note",
      advice: "Correct the name, add it to a note's 'aliases', or write the note", fix: .unsafe),
    links: { link, suggestions in
      guard case .unknownTopic(let name) = link.reason else { return nil }
      let suggestion = suggestions.topic(name)
      return .asking("Unknown topic '\(name)'", suggestion)
    })
}
