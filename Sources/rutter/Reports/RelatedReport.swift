import Notes
import Source

/// The related pages of notes, for people and for programs.
struct RelatedReport {
  private let knowledge: KnowledgeBase
  private let style: TextStyle

  init(_ knowledge: KnowledgeBase, style: TextStyle) {
    self.knowledge = knowledge
    self.style = style
  }

  /// All notes, by path.
  var notes: [Int] { Array(knowledge.notes.indices) }

  /// A note's page by its address, without a slash at its end; the home page is `/`.
  static func name(of note: Int, in knowledge: KnowledgeBase) -> String {
    let path = knowledge.index.addresses[note].path
    return path.isEmpty ? "/" : path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// A note and its related pages in some lines.
  func text(_ note: Int) -> String {
    var text = "\(style.bold(knowledge.notes[note].title))  \(style.faint(name(note)))\n"
    for related in knowledge.related[note] {
      let reasons = related.reasons.map { $0.words(knowledge.topics) }.joined(separator: "; ")
      text += "  \(knowledge.notes[related.note].title)  \(style.faint(name(related.note)))\n    \(reasons)\n"
    }
    if knowledge.related[note].isEmpty { text += "  \(style.faint("nothing goes with it"))\n" }
    return text + "\n"
  }

  /// A note and its related pages in a line.
  func json(_ note: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("page", name(note))
      json.array("related") { json in
        for related in knowledge.related[note] {
          json.object { json in
            json.member("page", name(related.note))
            json.member("title", knowledge.notes[related.note].title)
            json.member("score", Double(related.score), places: 3)
            json.array("reasons") { json in
              for reason in related.reasons { write(reason, &json) }
            }
          }
        }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private func write(_ reason: RelatedPage.Reason, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind", reason.name)
      json.member("text", reason.words(knowledge.topics))
      let shared = reason.shared(knowledge.topics)
      guard !shared.isEmpty else { return }
      json.array("shared") { json in
        for name in shared { json.string(name) }
      }
    }
  }

  private func name(_ note: Int) -> String { Self.name(of: note, in: knowledge) }
}
