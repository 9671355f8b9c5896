import ArgumentParser
import Glibc
import Notes
import Study

/// `rutter study export`: cards for Anki.
struct StudyExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the cards for Anki.",
    discussion: """
      Writes all cards of a site into a package (--anki) or a text (--tsv) that Anki imports. Import it again after a \
      change: cards are updated in place, and keep what Anki knows of them.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("Write a package: deck.apkg.", valueName: "file"))
  var anki: String?

  @Option(help: ArgumentHelp("Write a text with tabs, without images.", valueName: "file"))
  var tsv: String?

  func validate() throws {
    if anki == nil, tsv == nil { throw ValidationError("Name a file with --anki or --tsv") }
  }

  func run() async throws {
    let project = try site.project()
    let (deck, knowledge) = try await Deck.read(
      project, withDrafts: site.drafts, jobs: site.jobs ?? Processors.count, links: .package)
    let notes = AnkiNote.all(of: deck, in: knowledge, title: project.settings.title)
    if let tsv { try FileReplacement.write(AnkiText.bytes(of: notes), to: tsv) }
    if let anki { try FileReplacement.write(package(notes, deck, knowledge, project, at: anki), to: anki) }
    let files = [anki, tsv].compactMap(\.self).joined(separator: " and ")
    Terminal.output.write("\(deck.cards.count) cards in \(notes.count) notes written to \(files)\n")
  }

  private func package(
    _ notes: [AnkiNote], _ deck: Deck, _ knowledge: KnowledgeBase, _ project: Project, at path: String
  ) throws(Failure) -> [UInt8] {
    var media: [(name: String, bytes: [UInt8])] = []
    for image in deck.images {
      let asset = knowledge.index.assets[image].path
      media.append((CardLinks.mediaName(asset), try project.files.read(project.prefix + asset)))
    }
    do throws(AnkiPackage.Problem) {
      return try AnkiPackage.bytes(
        of: notes, media: media, previous: FileReader.readIfThere(path), newest: Self.newest(project))
    } catch {
      throw Failure("\(path): \(error.message)")
    }
  }

  /// When the newest file of the content folder was changed: seconds since 1970. The log of reviews is no content.
  private static func newest(_ project: Project) -> Int {
    let files =
      (project.notes + project.assets).map { project.prefix + $0.path } + [project.prefix + Project.settingsFile]
    return files.reduce(1) { newest, path in
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return newest }
      return max(newest, status.st_mtim.tv_sec)
    }
  }
}
