import Markdown
import Notes
import Source
import TestSupport
import Testing

@testable import Pages

/// The examples of the pages in `content/rules`: what a page calls bad must be found by its rule and by no other, what
/// it calls good by none.
///
/// Fences with a `title` that follow each other are the files of one site, until a title comes again. A fence without
/// one is a note alone. `skip="why"` leaves an example out.
@Suite struct RuleExampleTests {
  private static let pages = ["notes", "site", "templates"].flatMap { dialect in
    Repository.files(below: Repository.path("content/rules/" + dialect), extensions: ["md"])
      .filter { $0 != "index.md" }
      .map { dialect + "/" + $0.dropLast(3) }
  }

  @Test(arguments: pages) func `a bad example is found by its rule, a good one is silent`(page: String) throws {
    let examples = try Example.all(onPage: page)
    for verdict in [Example.Verdict.bad, .good] {
      #expect(examples.contains { $0.verdict == verdict }, "\(page) has no \(verdict) example")
    }
    for example in examples where !example.isSkipped {
      let found = Set(example.findings().map(\.rule.id.name))
      #expect(found == (example.verdict == .bad ? [page] : []), "\(page): \(example.files.map(\.path))")
    }
  }
}

/// A site in the fences of a rule's page.
private struct Example {
  enum Verdict: String {
    case bad, good
  }

  let verdict: Verdict
  var isSkipped: Bool
  var files: [(path: String, content: SourceText)]

  static func all(onPage page: String) throws -> [Example] {
    let path = Repository.path("content/rules/\(page).md")
    let document = Document(parsing: SourceText(path: path, bytes: try #require(Repository.bytes(path))))
    var examples: [Example] = []
    for fence in document.fences {
      guard let verdict = fence.info.words.lazy.compactMap(Verdict.init).first else { continue }
      let title = fence.info["title"]
      let file = (path: title ?? "note.md", content: fence.content)
      if title != nil, let last = examples.last, last.verdict == verdict, !last.has(file.path) {
        examples[examples.count - 1].files.append(file)
      } else {
        examples.append(Example(verdict: verdict, isSkipped: fence.info["skip"] != nil, files: [file]))
      }
    }
    return examples
  }

  private func has(_ path: String) -> Bool {
    files.contains { $0.path == path || $0.path == "note.md" }
  }

  /// What all rules find in it.
  func findings() -> [Diagnostic] {
    let (settings, findings) = readSettings()
    return findings + noteFindings(settings) + templateFindings()
  }

  private func readSettings() -> (Settings, [Diagnostic]) {
    guard let file = files.first(where: { $0.path == "site.yaml" }) else { return (Settings(), []) }
    let (settings, problems) = Settings.read(file.content)
    return (settings, SettingsRules.diagnostics(problems, in: file.content))
  }

  private func noteFindings(_ settings: Settings) -> [Diagnostic] {
    let reader = NoteReader(settings: settings) { _, _, _, _ in }
    let notes = files.filter { $0.path.hasSuffix(".md") }.sorted { $0.path < $1.path }
      .flatMap { reader.read(SourceText(path: $0.path, bytes: $0.content.bytes), at: ContentPath($0.path)) }
    let index = SiteIndex(notes.map(\.note), assets: [], title: settings.title, withDrafts: false)
    let knowledge = KnowledgeBase(index, bodies: notes.filter { !$0.note.isDraft }.map(\.body))
    return NoteRules.all.flatMap { $0.check(knowledge) }
  }

  private func templateFindings() -> [Diagnostic] {
    var sources: [String: SourceText] = [:]
    for file in files where file.path.hasPrefix("templates/") {
      sources[String(file.path.dropFirst("templates/".count).prefix { $0 != "." })] = file.content
    }
    guard sources["page"] != nil else { return [] }
    do {
      _ = try TemplateSet(sources, pages: ["page": PageModel.shape])
      return []
    } catch {
      return error.diagnostics
    }
  }
}
