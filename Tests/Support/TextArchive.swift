/// Several files in one text: a comment, then sections, each behind a line `-- name --`.
///
/// The format is Go's txtar. A section's content ends before the next such line, with its line feed.
package struct TextArchive: Sendable {
  /// A file of the archive.
  package struct Section: Sendable {
    /// What stands between the dashes.
    package let name: String
    /// The lines up to the next section.
    package let content: String
  }

  /// What stands before the first section.
  package let comment: String
  /// The sections, in order.
  package let sections: [Section]

  /// Reads an archive. Every text is one.
  package init(_ text: String) {
    var comment = ""
    var sections: [Section] = []
    var name: String?
    var content = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let next = Self.header(line) {
        if let name { sections.append(Section(name: name, content: content)) } else { comment = content }
        name = next
        content = ""
      } else {
        content += line + "\n"
      }
    }
    // The last line feed ended a line and did not begin another.
    content = String(content.dropLast())
    if let name { sections.append(Section(name: name, content: content)) } else { comment = content }
    self.comment = comment
    self.sections = sections
  }

  /// The content of the first section of this name.
  package subscript(_ name: String) -> String? {
    sections.first { $0.name == name }?.content
  }

  /// The name in a line such as `-- content/a.md --`.
  private static func header(_ line: Substring) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 else { return nil }
    return String(line.dropFirst(3).dropLast(3))
  }
}
