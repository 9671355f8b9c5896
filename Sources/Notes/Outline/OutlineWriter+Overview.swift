import Markdown
import Source

// What the outline's own page shows of the others.
extension OutlineWriter {
  /// A topic with a page of its own: a link to it, what it is, and what there is in it.
  mutating func writeOverview(of index: Int) {
    let topic = tree.topics[index]
    guard let path = pages.paths[index] else { return }
    let id = topic.heading.map { tree.document.headings[$0].id }
    excerpts.beginHeading(level: 2, text: topic.title, id: id, at: topic.range)
    excerpts.addLink(topic.title, to: "/" + path.path, at: topic.range)
    excerpts.end()
    if let definition = topic.definition {
      excerpts.begin(.paragraph)
      addSentence(definition)
      excerpts.end()
    }
    writeParts(of: index)
  }

  /// The names of a topic's parts, with links where there is something to read.
  private mutating func writeParts(of index: Int) {
    let parts = tree.topics[index].children
    let written = parts.filter { !tree.topics[$0].isStub }
    let stubs = parts.filter { tree.topics[$0].isStub }.map { tree.topics[$0].title }
    if !written.isEmpty {
      excerpts.begin(.list, flags: .tight)
      for part in written {
        excerpts.begin(.item)
        excerpts.begin(.paragraph)
        writePart(part, in: index)
        excerpts.end()
        excerpts.end()
      }
      excerpts.end()
    }
    guard !stubs.isEmpty else { return }
    writeEmphasis("Still to write: \(stubs.joined(separator: ", ")).")
  }

  /// A part: its name and what it is, in one sentence where the definition begins with the name; else what it consists of.
  private mutating func writePart(_ part: Int, in parent: Int) {
    let topic = tree.topics[part]
    guard let definition = topic.definition else {
      link(topic.title, to: part, in: parent)
      let parts = topic.children.map { tree.topics[$0].title }
      if !parts.isEmpty { excerpts.add(": " + parts.joined(separator: ", ") + ".") }
      return
    }
    let whole = sentence(definition)
    let subject = [topic.plural, topic.title].compactMap { $0 }.first { whole.hasPrefix($0 + " ") }
    link(subject ?? topic.title, to: part, in: parent)
    if subject == nil { excerpts.add(": ") }
    addSentence(definition, without: subject ?? "")
  }

  /// A passage as text that stands nowhere in the file, with its code, from behind `start` on.
  private mutating func addSentence(_ passage: OutlineTopic.Passage, without start: String = "") {
    let text = tree.bullets[passage.bullet].text
    let whole = Array(sentence(passage).utf8)
    let shift = passage.lead.utf8.count - passage.range.lowerBound
    var position = start.utf8.count
    for piece in text.pieces where piece.kind == .code && piece.range.overlaps(passage.range) {
      let code = piece.range.clamped(to: passage.range)
      let place = code.lowerBound + shift..<code.upperBound + shift
      guard place.lowerBound >= position else { continue }
      excerpts.add(String(decoding: whole[position..<place.lowerBound], as: UTF8.self))
      excerpts.add(code: String(decoding: whole[place], as: UTF8.self))
      position = place.upperBound
    }
    excerpts.add(String(decoding: whole[position...], as: UTF8.self))
  }

  private mutating func link(_ name: String, to part: Int, in parent: Int) {
    if let path = pages.paths[part] {
      addLink(name, to: "/" + path.path, of: part)
    } else if let path = pages.paths[parent], let anchor = anchors[part] {
      addLink(name, to: "/" + path.path + "#" + anchor, of: part)
    } else {
      excerpts.add(name)
    }
  }

  private mutating func addLink(_ name: String, to destination: String, of part: Int) {
    excerpts.beginLink(to: destination, at: tree.topics[part].range)
    if tree.topics[part].isCode { excerpts.add(code: name) } else { excerpts.add(name) }
    excerpts.end()
  }
}
