import Source

extension NoteRule {
  /// Link to a page that is published.
  static let linkToDraft = NoteRule(
    Rule(
      "notes/link-to-draft", .warning, "Link to a page that is published",
      advice: "Publish the draft by removing 'draft: true', or take the link out"),
    links: { link, _ in
      guard case .draft(let path) = link.reason else { return nil }
      return Words(message: "Link to the draft '\(path)'")
    },
    relations: { faulty in
      guard case .draft(let path) = faulty.fault.reason else { return nil }
      return "Relation to the draft '\(path)'"
    })
}
