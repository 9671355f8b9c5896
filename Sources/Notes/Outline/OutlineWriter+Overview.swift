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
    excerpts.addLink(topic.title, to: "/" + path.path, at: text.rangeInFile(topic.range))
    excerpts.end()
    if let definition = topic.definition {
      excerpts.begin(.paragraph)
      excerpts.add(sentence(definition))
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
    guard let definition = topic.definition.map({ sentence($0) }) else {
      link(topic.title, to: part, in: parent)
      let parts = topic.children.map { tree.topics[$0].title }
      if !parts.isEmpty { excerpts.add(": " + parts.joined(separator: ", ") + ".") }
      return
    }
    let subject = [topic.plural, topic.title].compactMap { $0 }.first { definition.hasPrefix($0 + " ") }
    link(subject ?? topic.title, to: part, in: parent)
    excerpts.add(subject.map { String(definition.dropFirst($0.count)) } ?? ": " + definition)
  }

  private mutating func link(_ name: String, to part: Int, in parent: Int) {
    let place = text.rangeInFile(tree.topics[part].range)
    if let path = pages.paths[part] {
      excerpts.addLink(name, to: "/" + path.path, at: place)
    } else if let path = pages.paths[parent], let anchor = anchors[part] {
      excerpts.addLink(name, to: "/" + path.path + "#" + anchor, at: place)
    } else {
      excerpts.add(name)
    }
  }
}
