import Notes
import Source

extension Site {
  /// How many entries the feed has at most.
  private static let longestFeed = 30

  /// Whether any note has a date, so that there is something to follow.
  var hasFeed: Bool { newestNotes.first != nil }

  /// `feed.xml`, by RFC 4287: the notes that have a date, the newest first; nothing where none has one.
  func feed() -> OutputFile? {
    let notes = newestNotes.prefix(Self.longestFeed)
    guard let newest = notes.first.flatMap(lastChange) else { return nil }
    var output = ByteWriter()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    element("title", settings.title, &output)
    if let description = settings.description { element("subtitle", description, &output) }
    element("id", identity(.home), &output)
    element("updated", newest.timestamp, &output)
    link(absolute(.home), rel: "alternate", &output)
    link(absolute(path: "feed.xml"), rel: "self", &output)
    output.append("<author>")
    element("name", settings.author ?? settings.title, &output)
    output.append("</author>\n")
    for note in notes { entry(note, &output) }
    output.append("</feed>\n")
    return OutputFile(path: "feed.xml", bytes: output.finish())
  }

  private func entry(_ note: Int, _ output: inout ByteWriter) {
    let content = knowledge.notes[note]
    let address = knowledge.index.addresses[note]
    output.append("<entry>\n")
    element("title", content.title, &output)
    element("id", identity(address), &output)
    link(absolute(address), rel: "alternate", &output)
    if let date = content.frontMatter.date { element("published", date.timestamp, &output) }
    if let date = lastChange(of: note) { element("updated", date.timestamp, &output) }
    if !content.summary.isEmpty { element("summary", content.summary, &output) }
    output.append("</entry>\n")
  }

  private func element(_ name: StaticString, _ text: String, _ output: inout ByteWriter) {
    output.append("<")
    output.append(name)
    output.append(">")
    output.append(escaping: text)
    output.append("</")
    output.append(name)
    output.append(">\n")
  }

  private func link(_ href: String, rel: StaticString, _ output: inout ByteWriter) {
    output.append("<link rel=\"")
    output.append(rel)
    output.append("\" href=\"")
    output.append(escaping: href)
    output.append("\"/>\n")
  }

  /// What names an entry for good: its whole address, or a name of our own where the site does not know its address.
  private func identity(_ address: Address) -> String {
    settings.baseURL != nil ? absolute(address) : "urn:rutter:" + PercentEncoding.encode(path: "/" + address.path)
  }
}
