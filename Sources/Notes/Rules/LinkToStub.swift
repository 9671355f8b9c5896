import Markdown
import Source

extension NoteRule {
  /// Link to topics that are written.
  static let linkToStub = NoteRule(
    Rule(
      "notes/link-to-stub", .info, "Link to topics that are written",
      advice: "Write it: a definition behind its name, or a note of its own, is enough"),
    check: { rule, knowledge in
      knowledge.notes.indices.flatMap { note in
        zip(knowledge.notes[note].links, knowledge.targets[note]).compactMap { link, target in
          guard case .stub(let number) = target else { return nil }
          let topic = knowledge.topics[number]
          return Diagnostic(
            rule, "'\(topic.name)' is still to be written",
            at: Place(path: knowledge.notes[note].file, range: link.target),
            notes: [Remark("It is only named here", at: topic.place)])
        }
      }
    })
}
