import Markdown
import Source
import TestSupport
import Testing

@testable import Run

/// The examples of the pages in `content/rules/run`: what a page calls bad is found by its rule alone, what it calls good
/// by none.
///
/// No engine is needed: what it prints stands in the fence `title="printed"` behind an example, with the code that it
/// ends with behind `exit=`; `timeout`, `notstarted` and `missing` (the image) are other ends. A page without such fences
/// is about what is written. That real engines print such things is tested by `Tests/run engine`.
@Suite struct RuleExampleTests {
  private static let folder = Repository.path("content/rules/run")
  private static let pages = Repository.files(below: folder, extensions: ["md"])
    .filter { $0 != "index.md" }
    .map { String($0.dropLast(3)) }

  @Test(arguments: pages) func `a bad example is found by its rule, a good one is silent`(page: String) throws {
    let path = "\(Self.folder)/\(page).md"
    let document = Document(parsing: SourceText(path: path, bytes: try #require(Repository.bytes(path))))
    var verdicts: Set<String> = []
    let fences = document.fences.filter { !Set($0.info.words).isDisjoint(with: ["bad", "good"]) }
    for (index, fence) in fences.enumerated() where fence.info.language == "markdown" {
      let isBad = fence.info.words.contains("bad")
      verdicts.insert(isBad ? "bad" : "good")
      let next = index + 1 < fences.count ? fences[index + 1] : nil
      let found = findings(in: fence, printing: next?.info["title"] == "printed" ? next : nil)
      #expect(Set(found.map(\.rule.id.name)) == (isBad ? ["run/" + page] : []), "\(found.map(\.message))")
    }
    #expect(verdicts == ["bad", "good"])
  }

  /// What is found in a note, and when its snippets run; the end that is told is that of the last one.
  private func findings(in note: Fence, printing printed: Fence?) -> [Diagnostic] {
    let markdown = note.content.bytes[...].string
    let plan = RunPlan(snippets(markdown), page: "page/")
    guard let printed else { return plan.diagnostics }
    var engine = ReplayingEngine()
    engine.printed = printed.content.bytes
    switch printed.info["exit"] ?? "" {
    case "timeout": engine.ending = .timedOut
    case "notstarted": engine.ending = .notStarted("buildah: No such file or directory")
    case "missing": engine.hasImages = false
    case let code: engine.ending = .exited(Int(code) ?? -1)
    }
    return plan.diagnostics + engine.results(markdown).flatMap(\.diagnostics)
  }

  @Test func `every rule about running has its page`() {
    #expect(Set(RunRules.all.map(\.id.name)) == Set(Self.pages.map { "run/" + $0 }))
  }
}
