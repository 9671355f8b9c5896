import Docker
import Markdown
import Source
import TestSupport
import Testing

@testable import rutter

/// The examples of the pages in `content/rules/dockerfile`: what a page calls bad must be found by its rule and by those
/// that the fence names in `also="…"`, what it calls good by none.
///
/// Fences with a `title` that follow each other are the files of one folder: `Dockerfile`, `.dockerignore` and
/// `.hadolint.yaml`. `skip="why"` leaves an example out.
@Suite struct RuleExampleTests {
  private static let folder = Repository.path("content/rules/dockerfile")
  private static let pages = Repository.files(below: folder, extensions: ["md"])
    .filter { $0 != "index.md" }
    .map { String($0.dropLast(3)) }

  @Test(arguments: pages) func `a bad example is found by its rule, a good one is silent`(page: String) throws {
    let examples = try Example.all(in: "\(Self.folder)/\(page).md")
    #expect(examples.contains { $0.isBad }, "\(page) has no bad example")
    #expect(examples.contains { !$0.isBad }, "\(page) has no good example")
    for example in examples {
      let wanted = example.isBad ? example.also.union(["dockerfile/" + page]) : []
      let found = example.findings()
      let said = found.map { "\($0.rule.id.name): \($0.message)" }
      #expect(Set(found.map(\.rule.id.name)) == wanted, "\(page), line \(example.line): \(said)")
    }
  }
}

/// A Dockerfile in the fences of a rule's page, with what lies beside it.
private struct Example {
  let isBad: Bool
  /// The other rules that find something.
  let also: Set<String>
  /// The line of the page that it begins in.
  let line: Int
  private let dockerfile: SourceText
  private let surroundings: Surroundings

  static func all(in path: String) throws -> [Example] {
    let page = SourceText(path: path, bytes: try #require(Repository.bytes(path)))
    return Document(parsing: page).fences.folders.compactMap { Example($0, in: page) }
  }

  private init?(_ folder: ArraySlice<Fence>, in page: SourceText) {
    let isExample = { (fence: Fence) in
      !Set(fence.info.words).isDisjoint(with: ["bad", "good"]) && fence.info["skip"] == nil
    }
    guard let fence = folder.first(where: { $0.info.language == "dockerfile" && isExample($0) }) else { return nil }
    isBad = fence.info.words.contains("bad")
    also = Set((fence.info["also"] ?? "").split { $0 == "," || $0 == " " }.map(String.init))
    line = LineTable(page.bytes).position(fence.range.start).line
    dockerfile = fence.content
    let file = { (name: String) in folder.first { $0.info["title"] == name }?.content }
    var surroundings = Surroundings()
    surroundings.ignoreFile = file(".dockerignore")
    surroundings.settings = file(".hadolint.yaml").map { HadolintFile($0).settings } ?? LinterSettings()
    surroundings.isFragment = fence.info.words.contains("fragment")
    self.surroundings = surroundings
  }

  func findings() -> [Diagnostic] {
    DockerfileRules.check(dockerfile, in: surroundings)
  }
}
