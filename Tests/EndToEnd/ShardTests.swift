import TestSupport
import Testing

/// A check that several processes share finds what one finds, to the byte.
@Suite("Checks in shares", .needsBuild)
struct SharedCheckTests {
  @Test(arguments: [1, 2, 3, 7]) func `the reports of all shares are the report of one run`(count: Int) throws {
    try TemporaryFolder.with { folder in
      try Self.write(to: folder)
      let targets = ". content/web/Dockerfile tools/Dockerfile content/section-3/note-3.md"
      let whole = try Rutter.run(
        ["check"] + targets.split(separator: " ").map(String.init) + ["--format", "json"], in: folder)
      #expect(whole.exit == 1)
      #expect(whole.output.contains("\"notes/broken-link\"") && whole.output.contains("dockerfile/syntax"))

      // All at the same time, as several machines would.
      let share = "rutter check \(targets) --shard {}/\(count) --report out/{}.json > {}.txt || true"
      let run = try Command(
        shell: "seq \(count) | xargs -P \(count) -I{} sh -c '\(share)'", in: folder.path,
        environment: Rutter.environment
      ).run(seconds: 120)
      #expect(run.exit == 0, "\(run.errors)")

      let reports = (1...count).reversed().map { "out/\($0).json" }
      let merged = try Rutter.run(["report", "merge"] + reports, in: folder)
      #expect(merged.exit == 1)
      expectSame(merged.output, whole.output, "The merged report")
      let summary = try #require(whole.output.firstRange(of: "\"summary\"")).lowerBound
      let parts = (1...count).filter { folder.text("out/\($0).json")?.contains(whole.output[summary...]) == true }
      #expect(count == 1 || parts.isEmpty, "a share holds everything")
    }
  }

  @Test func `a report that is none is refused`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("{\"version\":2}", to: "a.json")
      #expect(try Rutter.run(["report", "merge", "a.json"], in: folder).exit == 2)
      #expect(try Rutter.run(["report", "merge", "gone.json"], in: folder).exit == 2)
      #expect(try Rutter.run(["check", "--shard", "3/2"], in: folder).exit == 2)
    }
  }

  private static func write(to folder: TemporaryFolder) throws {
    try SampleSite.write(40, to: folder)
    for number in 0..<12 {
      try folder.write(
        "# Broken \(number)\n\n[x](gone-\(number).md) [[Note \(number)]]\n\n```dockerfile\nENV A\n```\n",
        to: "content/broken/\(number).md")
    }
    try folder.write(
      "- One\n  - **Two**: a thing\n    - **Three**: another\n      - [y](nowhere.md)\n", to: "content/outline.md")
    try folder.write("FROM alpine:3.22\nENV A\n", to: "content/web/Dockerfile")
    try folder.write("FROM alpine:3.22\nENV B\n", to: "tools/Dockerfile")
    try folder.write("title: Sample\nnonsense: true\n", to: "content/site.yaml")
  }
}
