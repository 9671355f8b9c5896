import Docker
import Source
import Testing

@testable import Run

@Suite struct PageRunTests {
  private func steps(_ markdown: String, _ engine: ReplayingEngine = ReplayingEngine()) -> [String] {
    engine.results(markdown).map { "\($0.name) \($0.verdict.name)" }
  }

  @Test func `what needs a snippet that failed is not run`() {
    let page =
      fence("dockerfile run name=web", "FROM busybox") + fence("console run with=web", "$ ls")
      + fence("sh run image=busybox skip=why", "true")
    var engine = ReplayingEngine()
    engine.hasImages = false
    let results = engine.results(page)
    #expect(results.map(\.verdict) == [.failed, .skipped("it needs 'web'"), .skipped("why")])
    #expect(results.flatMap(\.diagnostics).map(\.message) == ["Image 'busybox' is not at hand"])
  }

  @Test func `only runs a snippet and what it needs`() {
    let page =
      fence("dockerfile run name=a", "FROM busybox") + fence("dockerfile run name=b with=a", "FROM a")
      + fence("dockerfile run name=c", "FROM busybox")
    #expect(ReplayingEngine().results(page, only: ["b"]).map(\.name) == ["page#a", "page#b"])
  }

  @Test func `an interrupted run ends`() {
    var engine = ReplayingEngine()
    engine.ending = .interrupted
    let results = engine.results(fence("dockerfile run", "FROM busybox") + fence("dockerfile run", "FROM busybox"))
    #expect(results.allSatisfy { $0.verdict == .skipped("the run was ended") })
    #expect(results.flatMap(\.diagnostics).isEmpty)
  }

  @Test func `the finding of a failed build is at its instruction`() throws {
    var engine = ReplayingEngine()
    engine.ending = .exited(1)
    engine.printed = Array("STEP 1/3: FROM busybox\nSTEP 2/3: RUN  a   b\nError: it broke\n".utf8)
    let page = "- a\n\n  ```dockerfile run\n  FROM busybox\n  RUN  a   b\n  RUN c\n  ```\n"
    let finding = try #require(engine.results(page).first?.diagnostics.first)
    #expect(finding.message == "Does not build: it broke")
    let bytes = Array(page.utf8)
    #expect(bytes[finding.place.range.start..<finding.place.range.end].string == "RUN  a   b")
  }

  @Test func `what a program prints that takes the shell's place counts, and that it prints nothing`() {
    var engine = ReplayingEngine()
    engine.hasShell = false
    let page = fence("console run image=busybox", "$ exec echo one\none")
    engine.printed = Array("one\n".utf8)
    #expect(engine.results(page).flatMap(\.diagnostics).isEmpty)
    engine.printed = []
    #expect(engine.results(page).flatMap(\.diagnostics).map(\.rule.id.name) == ["run/unexpected-output"])
  }

  @Test func `a session tells what each command printed and ended with`() {
    let script = SessionScript([Array("a".utf8), Array("b".utf8), Array("exit 3".utf8), Array("c".utf8)], mark: "M")
    let output = Array("x\n\nM 0\n\nM 7\nbye\nM 3\n".utf8)
    #expect(
      script.parts(of: output, count: 4) == [
        .init(output: Array("x\n".utf8), code: 0), .init(output: [], code: 7),
        .init(output: Array("bye".utf8), code: 3),
      ])
    #expect(
      script.parts(of: Array("sh: not found\n".utf8), count: 2) == [
        .init(output: Array("sh: not found\n".utf8), code: nil)
      ])
  }

  @Test func `images are asked for what they run`() {
    let facts = ImageFacts(Array("e2f62696e2f6563686f\nc68692074686572650a\nc\nl3\ns1200\nWarning: x\n".utf8))
    #expect(facts.config.entrypoint?.map(\.string) == ["/bin/echo"])
    #expect(facts.config.command?.map(\.string) == ["hi there\n", ""])
    #expect((facts.layers, facts.bytes) == (3, 1200))
    let manifest = Array(#"{"config":{"size":7},"layers":[{"size":10},{"size": 20}]}"#.utf8)
    let digits = manifest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    #expect(ImageFacts(Array("m\(digits)\n".utf8)).bytes == 30)
  }
}
