import Notes
package import Search
import Source

// What a search knows of the site's pages.
extension Site {
  /// The pages that a reader may want to find, in the order of their addresses.
  ///
  /// - Parameter texts: What the notes' texts gave, by note.
  package func searchDocuments(_ texts: [PageText]) -> [SearchDocument] {
    let inbound = inboundTexts(texts)
    return pages.compactMap { page in
      guard var document = searchDocument(of: page, texts) else { return nil }
      document.inbound = inbound[page] ?? []
      return document
    }
  }

  /// The texts of the links to each page, in the order of the notes that have them.
  private func inboundTexts(_ texts: [PageText]) -> [Page: [String]] {
    var inbound: [Page: [String]] = [:]
    for text in texts {
      for link in text.links {
        guard let page = page(at: link.target) else { continue }
        inbound[page, default: []].append(link.text)
      }
    }
    return inbound
  }

  private func page(at target: LinkTarget) -> Page? {
    switch target {
    case .note(let note, _): .note(note)
    case .section(let section): knowledge.index.sections[section].note.map { .note($0) } ?? .section(section)
    case .made(.map): .map(domain: nil)
    case .made(.stubs), .made(.study), .asset, .stub, .asWritten, .missing: nil
    }
  }

  private func searchDocument(of page: Page, _ texts: [PageText]) -> SearchDocument? {
    switch page {
    case .note(let note): noteDocument(note, texts[note])
    case .section(let section):
      SearchDocument(
        path: knowledge.index.sections[section].address.path, title: knowledge.index.sections[section].title,
        domain: Self.topFolder(knowledge.index.sections[section].address), words: BodyWords())
    case .map(domain: nil):
      SearchDocument(path: TopicMap.address.path, title: "Map", words: BodyWords())
    case .map, .stubs, .notFound, .redirect: nil
    }
  }

  private func noteDocument(_ note: Int, _ text: PageText) -> SearchDocument {
    let content = knowledge.notes[note]
    return SearchDocument(
      path: knowledge.index.addresses[note].path, title: content.title,
      kind: content.frontMatter.kind?.rawValue ?? FrontMatter.Kind.note.rawValue, domain: content.domain ?? "",
      aliases: Self.otherNames(of: content), definition: content.summary,
      headings: Self.headings(of: content), words: text.words)
  }

  private static func topFolder(_ address: Address) -> String {
    address.path.split(separator: "/").first.map(String.init) ?? ""
  }

  // MARK: Names

  /// What a note is called beside its title: its aliases, and what it was called where it stood before.
  private static func otherNames(of note: Note) -> [String] {
    var names = note.frontMatter.aliases.map(\.text)
    var known = Set((names + [note.title]).map(folded))
    for redirect in note.frontMatter.redirectFrom {
      let name = formerName(redirect.text)
      if !name.isEmpty, known.insert(folded(name)).inserted { names.append(name) }
    }
    return names
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.filter { $0 != UInt8(ascii: "-") && $0 != 0x20 }.map(\.lowercased)
  }

  /// The words in the last part of an address: "old volume" of `/docker/old-volume/`.
  private static func formerName(_ address: String) -> String {
    var parts = address.split(separator: "/")
    if parts.last == "index.html" { parts.removeLast() }
    guard var name = parts.last.map(String.init) else { return "" }
    if name.hasSuffix(".html") { name.removeLast(5) }
    return String(decoding: name.utf8.map { [0x2D, 0x5F].contains($0) ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The headings of a note with what else the topics in their sections are called. Topics whose place is no heading stand
  /// at the end.
  private static func headings(of note: Note) -> [SearchDocument.Heading] {
    var names: [String: [String]] = [:]
    for topic in note.inner {
      guard let anchor = topic.anchor else { continue }
      names[anchor, default: []] += [topic.name] + topic.aliases
    }
    let headings = note.headings.map { heading in
      let own = names.removeValue(forKey: heading.id) ?? []
      return SearchDocument.Heading(text: heading.text, anchor: heading.id, names: own.filter { $0 != heading.text })
    }
    let others = note.inner.compactMap { topic in
      topic.anchor.flatMap { names.removeValue(forKey: $0) }.map { own in
        SearchDocument.Heading(text: topic.name, anchor: topic.anchor ?? "", names: own.filter { $0 != topic.name })
      }
    }
    return headings + others
  }
}
