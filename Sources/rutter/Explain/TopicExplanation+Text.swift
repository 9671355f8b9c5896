import Notes
import Source

extension TopicExplanation {
  /// What is told to people.
  func text(_ style: TextStyle) -> String {
    let count = senses.count
    let headline = count > 1 ? "\(count) topics have that name\n\n" : ""
    return headline + senses.map { text(of: $0, style) }.joined(separator: "\n")
  }

  private func text(of sense: Sense, _ style: TextStyle) -> String {
    let topic = knowledge.topics[sense.topic]
    let sort = [topic.kind?.rawValue, topic.domain, topic.isStub ? "still to be written" : nil].compactMap { $0 }
    var text = style.bold(topic.name) + (sort.isEmpty ? "" : " (\(sort.joined(separator: ", ")))") + "\n"
    if !topic.aliases.isEmpty { text += style.faint("also called \(topic.aliases.joined(separator: ", "))") + "\n" }
    text += style.faint("\(topic.place.path):\(sense.line)") + "\n"
    if !topic.definition.isEmpty { text += "\n  \(topic.definition.excerpt(600))\n" }
    if !sense.syntax.isEmpty { text += "\n" + sense.syntax.map { "    \($0)\n" }.joined() }
    let stubs = Set(sense.stubs)
    let relations = sense.relations.map { ($0.words, $0.topics.filter { !stubs.contains($0) }) }
      .filter { !$0.1.isEmpty }
    text += rows(relations.map { ($0.0, names($0.1, beside: topic)) }, under: "How it is connected", style)
    text += rows(
      sense.stubs.isEmpty ? [] : [("", names(sense.stubs, beside: topic))], under: "Still to be written", style)
    text += rows(sense.related.filter { !$0.isStated }.prefix(6).map(row), under: "What goes with it", style)
    return text + uses(of: sense, style)
  }

  /// A page that goes with the topic's, and the first reason why.
  private func row(_ related: RelatedPage) -> (String, String) {
    (knowledge.notes[related.note].title, related.reasons.first?.words(knowledge.topics) ?? "")
  }

  /// Where it is named, and where code uses it.
  private func uses(of sense: Sense, _ style: TextStyle) -> String {
    var rows: [(String, String)] = []
    if !sense.notes.isEmpty {
      let titles = sense.notes.map { knowledge.notes[$0].title }
      rows.append((HumanReport.counted(sense.notes.count, "note"), Self.list(titles)))
    }
    if !sense.snippets.isEmpty {
      let places = sense.snippets.map { "\($0.file):\($0.line)" }
      rows.append((HumanReport.counted(sense.snippets.count, "snippet"), Self.list(places, most: 4)))
    }
    return self.rows(rows, under: "Where it is named", style)
  }

  /// Names of topics; the domain of those of another one.
  private func names(_ topics: [Int], beside topic: Topic) -> String {
    Self.list(
      topics.map { number in
        let other = knowledge.topics[number]
        guard other.domain != topic.domain, let domain = other.domain else { return other.name }
        return "\(other.name) (\(domain))"
      })
  }

  /// The first of some things, and how many more there are.
  private static func list(_ things: [String], most: Int = 12) -> String {
    let rest = things.count > most ? " and \(things.count - most) more" : ""
    return things.prefix(most).joined(separator: ", ") + rest
  }

  private func rows(_ rows: [(String, String)], under heading: String, _ style: TextStyle) -> String {
    guard !rows.isEmpty else { return "" }
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { name, value in
      width == 0 ? "  \(value)\n" : "  \(name.padded(to: width + 2))\(value)\n"
    }
    return "\n" + style.bold(heading) + "\n" + lines.joined()
  }
}
