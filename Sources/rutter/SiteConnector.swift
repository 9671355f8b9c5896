import Markdown
import Notes

/// A site's notes, connected, and what it takes to connect one of them anew.
struct ConnectedSite: Sendable {
  let knowledge: KnowledgeBase
  let linker: Linker
  let concepts: ConceptLinker
  let rules: LinkRules

  /// Connects the notes of a site, whose texts are in `store`.
  init(_ site: ReadSite, in store: BodyStore, _ project: Project, withDrafts: Bool, jobs: Int) async throws {
    let index = SiteIndex(site.notes, assets: site.assets, title: project.settings.title, withDrafts: withDrafts)
    let topics = Topics(index)
    let texts = site.publishedTexts(withDrafts: withDrafts)
    let concepts = ConceptLinker(topics, index)
    let found = try await concurrentMap(index.notes.count, jobs: jobs, state: { Linker(index, topics) }) {
      linker, note throws(Failure) in
      let body = texts[note].body(in: store)
      let links = linker.links(of: note)
      return (
        links: links, occurrences: concepts.occurrences(in: body, of: note, targets: links.targets),
        profile: PageProfile(index.notes[note], body, siteSize: index.notes.count)
      )
    }
    let rules = concepts.rules(found.map(\.occurrences))
    knowledge = KnowledgeBase(
      index, topics: topics, links: found.map(\.links), mentions: found.map { rules.mentions($0.occurrences) },
      terms: SnippetWriter.terms, profiles: found.map(\.profile))
    linker = Linker(index, topics)
    (self.concepts, self.rules) = (concepts, rules)
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
