import Markdown
import Notes

extension KnowledgeBase {
  /// Connects the notes of a site, whose texts are in `store`.
  static func connect(
    _ site: ReadSite, in store: BodyStore, _ project: Project, withDrafts: Bool, jobs: Int
  ) async throws -> KnowledgeBase {
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
    return KnowledgeBase(
      index, topics: topics, links: found.map(\.links), mentions: concepts.mentions(found.map(\.occurrences)),
      terms: SnippetWriter.terms, profiles: found.map(\.profile))
  }
}

extension KnowledgeBase {
  /// Reads the notes of a site and connects them, for commands that publish nothing.
  static func read(_ project: Project, withDrafts: Bool, jobs: Int) async throws -> KnowledgeBase {
    let store = try BodyStore()
    let read = try await ReadSite.read(project, jobs: jobs, into: store, checkingSnippets: .none)
    return try await connect(read, in: store, project, withDrafts: withDrafts, jobs: jobs)
  }
}
