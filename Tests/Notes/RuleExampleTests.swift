import Markdown
import Source
import TestSupport
import Testing

@testable import Notes

/// The examples of the pages in `content/rules`: what a page calls bad must be found by its rule and by no other, what
/// it calls good by none.
///
/// Fences with a `title` that follow each other are the files of one site, until a title comes again. A fence without
/// one is a note alone. `skip="why"` leaves an example out.
@Suite struct RuleExampleTests {
  private static let pages = ["notes", "site"].flatMap { dialect in
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
    var settings = Settings()
    var findings: [Diagnostic] = []
    for file in files where file.path == "site.yaml" {
      let (read, problems) = Settings.read(file.content)
      settings = read
      findings += SettingsRules.diagnostics(problems, in: file.content)
    }
    let reader = NoteReader(settings: settings) { _, _, _ in }
    let notes = files.filter { $0.path.hasSuffix(".md") }.sorted { $0.path < $1.path }
      .map { reader.read(SourceText(path: $0.path, bytes: $0.content.bytes), at: ContentPath($0.path)).note }
    let knowledge = KnowledgeBase(SiteIndex(notes, assets: [], title: settings.title, withDrafts: false))
    return findings + NoteRules.all.flatMap { $0.check(knowledge) }
  }
}
