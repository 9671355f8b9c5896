import Source

extension NoteRule {
  /// Refer to each topic from somewhere.
  static let orphan = NoteRule(
    Rule(
      "notes/orphan", .info, "Refer to each topic from somewhere",
      advice: "Name it where it belongs, say what it is 'part-of', or write 'link: never' if it stands alone on purpose"
    ),
    check: { rule, knowledge in
      let notes = knowledge.notes.indices.filter { knowledge.isToBeFound($0) }
      // With a handful of notes one sees without help which belong together.
      guard notes.count >= 5 else { return [] }
      let orphans = notes.filter { knowledge.isAlone($0) }
      if orphans.count * 3 <= notes.count {
        return orphans.map { note in
          Diagnostic(
            rule, "Nothing refers to '\(knowledge.notes[note].title)'", at: knowledge.notes[note].start)
        }
      }
      // Where hardly any note is referred to, that is how the site is; to say it once is enough.
      guard notes.count >= 12 else { return [] }
      return orphans.prefix(1).map { note in
        Diagnostic(
          rule, "Nothing refers to \(orphans.count) of \(notes.count) notes", at: knowledge.notes[note].start,
          notes: orphans.dropFirst().prefix(4).map { Remark("This is another one", at: knowledge.notes[$0].start) })
      }
    })
}

extension KnowledgeBase {
  /// Whether readers of other notes should come upon this one. A section lists its notes and is found from them, a guide is
  /// begun with, and the page of a rule is asked for by name.
  fileprivate func isToBeFound(_ note: Int) -> Bool {
    let content = notes[note]
    let isSection = content.path.isIndex || index.sections[index.sectionOfNote[note]].note == note
    let isEntry = content.frontMatter.kind == .guide || content.frontMatter.kind == .rule
    return !isSection && !content.isOverview && !isEntry && !content.isDraft && content.frontMatter.linking != .never
  }

  /// Whether no other note names or links to any of a note's topics, and it says of none how it belongs to others: then it
  /// would be shown there.
  fileprivate func isAlone(_ note: Int) -> Bool {
    topics.topics(ofNote: note).allSatisfy { topic in
      graph.edges(from: topic).allSatisfy { !$0.kind.isRelation || topics[$0.to].note == note }
        && graph.edges(to: topic).allSatisfy { topics[$0.from].note == note }
    }
  }
}
