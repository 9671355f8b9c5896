import Markdown
import Notes

/// A site's notes, connected, and what it takes to connect one of them anew.
struct ConnectedSite: Sendable {
  /// What a note's own text says of the site.
  private struct Found: Sendable {
    let links: (targets: [LinkTarget], faults: [LinkFault])
    let occurrences: ConceptLinker.Occurrences
    let profile: PageProfile
  }

  let knowledge: KnowledgeBase
  let linker: Linker
  let concepts: ConceptLinker
  let rules: LinkRules
  private let found: [Found]

  /// Connects the notes of a site, whose texts are in `store`.
  ///
  /// - Parameters:
  ///   - before: The same site with the same files, some of whose notes had other texts.
  ///   - changed: The files of these notes, as they are shown.
  init(
    _ site: ReadSite, in store: BodyStore, _ project: Project, withDrafts: Bool, jobs: Int,
    after before: ConnectedSite? = nil, changed: Set<String> = []
  ) async throws {
    let index = SiteIndex(site.notes, assets: site.assets, title: project.settings.title, withDrafts: withDrafts)
    let topics = Topics(index)
    let texts = site.publishedTexts(withDrafts: withDrafts)
    // Notes whose text is as it was find what they found before, as long as all the others show the same face.
    let known = before.flatMap { $0.hasFaces(of: index, changed) ? $0 : nil }
    let concepts = known?.concepts.reading(topics, index) ?? ConceptLinker(topics, index)
    let found = try await concurrentMap(index.notes.count, jobs: jobs, state: { Linker(index, topics) }) {
      linker, note throws(Failure) in
      if let known, !changed.contains(index.notes[note].file) { return known.found[note] }
      let body = texts[note].body(in: store)
      let links = linker.links(of: note)
      return Found(
        links: links, occurrences: concepts.occurrences(in: body, of: note, targets: links.targets),
        profile: PageProfile(index.notes[note], body, siteSize: index.notes.count))
    }
    let rules = concepts.rules(found.map(\.occurrences))
    knowledge = KnowledgeBase(
      index, topics: topics, links: found.map(\.links), mentions: found.map { rules.mentions($0.occurrences) },
      terms: SnippetWriter.terms, profiles: found.map(\.profile))
    linker = Linker(index, topics)
    (self.concepts, self.rules, self.found) = (concepts, rules, found)
  }

  /// Whether the notes of `changed` files show the same face as before, all others being the same.
  private func hasFaces(of index: SiteIndex, _ changed: Set<String>) -> Bool {
    let notes = knowledge.notes
    guard notes.count == index.notes.count, knowledge.index.drafts == index.drafts else { return false }
    return notes.indices.allSatisfy { note in
      changed.contains(index.notes[note].file)
        ? index.notes[note].hasFace(of: notes[note]) : index.notes[note].path == notes[note].path
    }
  }
}

extension KnowledgeBase {
  /// Connects the notes of a site, whose texts are in `store`.
  static func connect(
    _ site: ReadSite, in store: BodyStore, _ project: Project, withDrafts: Bool, jobs: Int
  ) async throws -> KnowledgeBase {
    try await ConnectedSite(site, in: store, project, withDrafts: withDrafts, jobs: jobs).knowledge
  }

  /// Reads the notes of a site and connects them, for commands that publish nothing.
  static func read(_ project: Project, withDrafts: Bool, jobs: Int) async throws -> KnowledgeBase {
    let store = try BodyStore()
    let read = try await ReadSite.read(project, jobs: jobs, into: store, checkingSnippets: .none)
    return try await connect(read, in: store, project, withDrafts: withDrafts, jobs: jobs)
  }
}
