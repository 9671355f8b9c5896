import Markdown
import Notes
import Pages
import Source

/// A site all of whose notes were read together: what a build would publish, and what it takes to put a note in another
/// wording into it.
struct SettledSite: Sendable {
  let edition: Edition
  let table: EditionTable
  /// What is wrong with the notes.
  let report: Report
  private let connected: ConnectedSite
  /// The places of a file's notes among those of the site.
  private let notesOfFile: [String: [Int]]

  /// Reads the notes of a project together.
  ///
  /// - Parameters:
  ///   - files: What reading each of its files gave, in the order of the project's notes.
  ///   - before: The same site with the same files, but for the texts of those that have `changed`.
  init(
    _ files: [NoteFile], of project: Project, assets: [Asset], theme: Theme, in store: BodyStore, withDrafts: Bool,
    jobs: Int, after before: SettledSite? = nil, changed: Set<String> = []
  ) async throws {
    let read = ReadSite(files, of: project, assets: assets)
    connected = try await ConnectedSite(
      read, in: store, project, withDrafts: withDrafts, jobs: jobs, after: before?.connected, changed: changed)
    let knowledge = connected.knowledge
    report = try Checks.report(read, knowledge, project, withDrafts: withDrafts)
    let texts = read.publishedTexts(withDrafts: withDrafts)
    var site = Site(
      knowledge, settings: project.settings, theme: theme, generator: "Rutter \(Rutter.version)",
      citations: try await Citations.read(knowledge, texts, in: store, jobs: jobs),
      stubLines: try knowledge.stubLines())
    site.runStates = texts.map(\.runStates)
    edition = Edition(site: site, texts: texts, store: store, content: project.content)
    table = EditionTable(edition)
    notesOfFile = Dictionary(grouping: knowledge.notes.indices) { knowledge.notes[$0].file }
  }

  /// The address of the page of a file's own note, if that is published.
  func page(ofFile path: String) -> String? {
    notesOfFile[path]?.first.map { edition.site.knowledge.index.addresses[$0].path }
  }

  /// An edition with other texts for some files, everything around them being as it was; nothing where a file has other
  /// notes than before, or where one of them became a draft.
  ///
  /// - Parameters:
  ///   - files: What reading them gave, by their paths as they are shown.
  ///   - before: The edition to put them into, which may have other texts already.
  func edition(with files: [String: NoteFile], into before: Edition) -> Edition? {
    var edition = before
    var rewordings: [KnowledgeBase.Rewording] = []
    for (path, file) in files {
      guard let numbers = notesOfFile[path], let read = inOrder(file.notes, of: numbers) else { return nil }
      for (number, (note, text)) in zip(numbers, read) {
        rewordings.append(reword(number, note, text, in: edition.store))
        edition.texts[number] = text
        edition.site.runStates[number] = text.runStates
      }
    }
    edition.site = edition.site.with(rewordings)
    return edition
  }

  /// The notes of a file as they stand among those of the site, if they are the same.
  private func inOrder(
    _ read: [(note: Note, text: ReadSite.Text)], of numbers: [Int]
  ) -> [(note: Note, text: ReadSite.Text)]? {
    let known = edition.site.knowledge.notes
    guard read.count == numbers.count else { return nil }
    let ordered = numbers.compactMap { number in
      read.first { $0.note.path == known[number].path && $0.note.isDraft == known[number].isDraft }
    }
    return ordered.count == numbers.count ? ordered : nil
  }

  private func reword(
    _ number: Int, _ note: Note, _ text: ReadSite.Text, in store: BodyStore
  ) -> KnowledgeBase.Rewording {
    let targets = connected.linker.links(of: number, as: note).targets
    let found = connected.concepts.occurrences(in: text.body(in: store), of: number, as: note, targets: targets)
    return KnowledgeBase.Rewording(
      note, at: number, targets: targets, mentions: connected.rules.mentions(found))
  }
}
