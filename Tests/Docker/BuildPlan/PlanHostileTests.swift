import Source
import TestSupport
import Testing

@testable import Docker

/// Files that are made to take long, to take much, or to trap. What takes longer than linear time takes minutes here.
@Suite struct PlanHostileTests {
  /// Unoptimised code is slow; a size of each takes less than a second otherwise.
  static let size = 50_000

  static func repeated(_ text: String, after start: String = "FROM scratch\n") -> String {
    start + String(repeating: text, count: (size - start.utf8.count) / text.utf8.count)
  }

  static func numbered(after start: String = "FROM scratch\n", _ line: (Int) -> String) -> String {
    var text = start
    var number = 0
    while text.utf8.count < size {
      text += line(number)
      number += 1
    }
    return text
  }

  static let files: [(String, String)] = [
    ("ENV that doubles", "FROM scratch\nENV A=a\n" + String(repeating: "ENV A=$A$A\n", count: 60)),
    ("ENV that grows", repeated("ENV A=$A$A\n", after: "FROM scratch\nENV A=a\n")),
    ("many names", numbered { "ENV v\($0)=x\n" }),
    (
      "many long values",
      numbered(after: "FROM scratch\nENV A=\(String(repeating: "a", count: 20_000))\n") { "ENV v\($0)=x$A\n" }
    ),
    ("stages in a row", numbered(after: "FROM scratch AS s0\n") { "FROM s\($0) AS s\($0 + 1)\n" }),
    ("stages of one base", numbered(after: "FROM scratch AS s\n") { _ in "FROM s\n" }),
    (
      "triggers for many stages",
      String(repeating: "ONBUILD RUN x\n", count: 4_000).withFirst("FROM scratch AS s\n")
        + String(repeating: "FROM s\n", count: 8_000)
    ),
    (
      "ARG over ENV in many stages",
      numbered(after: "FROM scratch AS s0\nENV A=1\n") { "FROM s\($0) AS s\($0 + 1)\nARG A=2\n" }
    ),
    ("copies", repeated("COPY --from=0 a b\n", after: "FROM scratch\nFROM scratch\n")),
    ("copies of images", numbered { "COPY --from=i\($0) a b\n" }),
    ("a circle", numbered(after: "") { "FROM scratch AS s\($0)\nCOPY --from=s\($0 + 1) a b\n" }),
    ("circles", numbered(after: "") { "FROM scratch AS s\($0)\nCOPY --from=s\($0) a b\nCOPY --from=\($0 / 2) a b\n" }),
    ("ports", repeated("EXPOSE 1-65535\n")), ("other ports", numbered { "EXPOSE 1-\(65535 - $0 % 60000)\n" }),
    ("labels", numbered { "LABEL l\($0)=x\n" }), ("directories", repeated("WORKDIR a\n")),
    ("mounts", "FROM scratch\nRUN " + repeated("--mount=type=cache,target=/x ", after: "") + "x\n"),
    ("health", repeated("HEALTHCHECK CMD x\n")), ("entrypoints", repeated("ENTRYPOINT x\n")),
    (
      "a heredoc of variables",
      "FROM scratch\nENV A=\(String(repeating: "a", count: 20_000))\nCOPY <<E /x\n" + repeated("$A", after: "")
        + "\nE\n"
    ),
    ("sources", "FROM scratch\nCOPY " + repeated("a ", after: "") + "b\n"),
    (
      "heredocs",
      "FROM scratch\nCOPY " + String(repeating: "<<E ", count: 20_000) + "/x\n"
        + String(repeating: "E\n", count: 20_000)
    ),
  ]

  @Test(arguments: files.indices) func `a hostile file is planned in time`(index: Int) {
    let (name, text) = Self.files[index]
    let file = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(text.utf8)))
    var image: ImageConfig?
    let time = ContinuousClock().measure {
      let plan = BuildPlan(of: file)
      image = plan.image
      #expect(plan.steps.count == file.instructions.count)
    }
    #expect(image != nil)
    #expect(time < .seconds(20), "\(name) took \(time)")
  }
}

extension String {
  fileprivate func withFirst(_ line: String) -> String { line + self }
}

/// Files that are nearly right.
@Suite struct PlanPropertyTests {
  private static let pieces = [
    "FROM a\n", "FROM scratch AS x\n", "FROM x AS y\n", "FROM $A\n", "ARG A=1\n", "ARG A\n", "ENV A=$A$A B=${A:-b}\n",
    "COPY --from=x a b\n", "COPY --from=1 a b\n", "COPY --link --chown=$A a b/\n", "COPY <<E /\n$A ${\nE\n",
    "ADD --checksum=$A https://x /\n", "RUN --mount=type=cache,target=$A,from=y z\n", "RUN x\n", "WORKDIR $A/..\n",
    "ONBUILD RUN x\n", "ONBUILD COPY --from=y a b\n", "ONBUILD FOO\n", "EXPOSE $A 1-9\n", "USER 'a\n", "VOLUME $B\n",
    "CMD a\n", "ENTRYPOINT [\"a\"]\n", "SHELL [\"s\"]\n", "HEALTHCHECK CMD x\n", "LABEL $A=$B\n", "\\\n", "# c\n",
    "FOO\n",
  ]

  @Test func `any file has a plan, and a build that is done again is cached`() {
    for var random in Random.series(1_000) {
      let text = random.text(of: Self.pieces, upTo: 14)
      let plan = buildPlan(text, random.once(in: 3) ? ["A=2"] : [], isFragment: random.once(in: 4))
      #expect(plan.steps.map(\.index) == Array(plan.file.instructions.indices), "seed \(random.seed)")
      let whole = text.utf8.count
      for problem in plan.problems + plan.latentProblems {
        #expect(problem.place.range.end <= whole && !problem.message.isEmpty, "seed \(random.seed)")
      }
      for step in plan.steps + plan.stages.flatMap(\.triggers) {
        for use in step.words.flatMap(\.uses) {
          #expect(plan.file[use.range].elementsEqual(use.name), "seed \(random.seed)")
        }
      }
      let contents: LayerCache.Contents = { path, _ in ContentHash(Array(path)) }
      let cache = LayerCache(of: plan, in: contents, after: plan, in: contents)
      #expect(cache.steps.filter { !$0.isCached }.isEmpty, "seed \(random.seed)")
    }
  }
}
