import Source

/// A relation in front matter with a fault, and what it takes to talk about it.
struct FaultyRelation {
  let fault: RelationFault
  let knowledge: KnowledgeBase

  var relation: FrontMatter.Relation { note.frontMatter.relations[fault.relation] }
  var note: Note { knowledge.notes[fault.note] }
  var place: Place { Place(path: note.file, range: relation.range) }

  /// Names a topic in the place of the one that is named, where it is written as it is read.
  func fix(_ suggestion: String?) -> Fix? {
    guard let suggestion, relation.range.count == relation.target.utf8.count else { return nil }
    let isPlain = suggestion.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || " -._/".utf8.contains($0) }
    let startsPlain = suggestion.utf8.first.map { $0.isLetter || $0 >= 0x80 } ?? false
    guard isPlain, startsPlain, suggestion.utf8.last != UInt8(ascii: " ") else { return nil }
    return Fix("Write '\(suggestion)'", isSafe: false, edits: [Fix.Edit(relation.range, suggestion)])
  }
}

extension NoteRule {
  /// What is to be said about the relations of a site that have a fault.
  static func diagnostics(
    _ knowledge: KnowledgeBase, _ words: (FaultyRelation, inout Suggestions) -> Diagnostic?
  ) -> [Diagnostic] {
    guard !knowledge.relationFaults.isEmpty else { return [] }
    var suggestions = Suggestions(knowledge)
    return knowledge.relationFaults.compactMap { words(FaultyRelation(fault: $0, knowledge: knowledge), &suggestions) }
  }
}

extension Topic {
  /// It in a list of topics that have the same name: `Volume (docker)`.
  var nameInDomain: String { name + (domain.map { " (\($0))" } ?? "") }
}
