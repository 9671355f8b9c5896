import TestSupport
import Testing

/// What several processes run, each its share of the notes, is what one runs: with an engine that only seems to be one.
@Suite("Runs in shares", .needsBuild)
struct SharedRunTests {
  @Test(arguments: [1, 2, 3, 7, 40]) func `the reports of all shares are the report of one run`(count: Int) throws {
    try TemporaryFolder.with { folder in
      try Self.write(to: folder)
      let whole = try Self.shell("rutter run notes --engine docker --format json > whole.json", in: folder)
      #expect(whole.exit == 1, "\(whole.errors)")
      let report = try #require(folder.text("whole.json"))
      for part in ["run/failed-build", "run/unexpected-output", "run/unknown-snippet", "\"skipped\"", "\"runs\":[{"] {
        #expect(report.contains(part), "\(part) in \(report)")
      }

      // Each has files of its own, and all work at the same time, as several machines would.
      let share = """
        cp -r notes {} && cd {} && rutter run --engine docker --shard {}/\(count) --report ../{}.json > {}.txt; \
        test $? -le 1
        """
      let run = try Self.shell("seq \(count) | xargs -P 8 -I{} sh -c '\(share)'", in: folder)
      #expect(run.exit == 0, "\(run.errors)")
      let files = (1...count).reversed().map { "\($0).json" }.joined(separator: " ")
      let merged = try Self.shell("cd notes && cp ../*.json . && rutter report merge \(files)", in: folder)
      #expect(merged.exit == 1, "\(merged.errors)")

      // A machine names files as they lie below where it stands.
      let expected = report.replacing("\"notes/content/", with: "\"content/")
      expectSame(Self.timeless(merged.output), Self.timeless(expected), "The merged report")
      let shares = (1...count).compactMap { folder.text("\($0).json") }
      #expect(count < 40 || shares.contains { !$0.contains("\"runs\"") }, "each share has something to run")
    }
  }

  @Test func `check gives each process its share to run`() throws {
    try TemporaryFolder.with { folder in
      try Self.write(to: folder)
      let check = "rutter check notes --run --only 'run/*' --format json"
      let whole = try Self.shell("\(check) > whole.json", in: folder)
      #expect(whole.exit == 1, "\(whole.errors)")
      for number in 1...3 {
        _ = try Self.shell("\(check) --shard \(number)/3 --report \(number).json > /dev/null", in: folder)
      }
      let merged = try Self.shell("rutter report merge 1.json 2.json 3.json", in: folder)
      expectSame(merged.output, folder.text("whole.json") ?? "", "The merged report")
    }
  }

  /// A docker that plays sessions in a shell of this machine, and builds nothing.
  private static let engine = """
    #!/bin/sh
    for last; do :; done
    case "$1 $2" in
    'version '*) echo 29.0.1 ;;
    'buildx version') echo 0.29 ;;
    *inspect*) printf 'l3\\ns4096\\n' ;;
    'buildx build')
      shift 2
      while test "$1" != --file; do shift; done
      ! grep -q fails "$2" || { echo "it fails"; exit 1; } ;;
    'run '*) exec /bin/sh -c "$last" ;;
    esac
    """

  private static func write(to folder: TemporaryFolder) throws {
    try folder.write(engine + "\n", to: "bin/docker")
    try folder.write("title: Shares\n", to: "notes/content/site.yaml")
    for number in 0..<24 {
      // Up to twelve snippets: by their names the tenth would come before the second.
      let sessions = (0..<number % 13).map { place in
        "```console run image=box\n$ echo \(number) \(place)\n\(number) \(place)\n```\n"
      }
      try folder.write(
        "# Note \(number)\n\n" + sessions.joined(separator: "\n"), to: "notes/content/part-\(number % 5)/\(number).md")
    }
    try folder.write(
      """
      # Failures

      ```dockerfile run name=bad
      FROM box
      RUN fails
      ```

      ```console run with=bad
      $ true
      ```

      ```dockerfile run name=good
      FROM box
      ```

      ```console run with=good
      $ echo one
      two
      ```

      ```sh run skip="another day" image=box
      true
      ```

      """, to: "notes/content/part-1/failures.md")
    try folder.write("```console run with=nobody\n$ true\n```\n", to: "notes/content/part-2/unknown.md")
    try folder.write("Nothing to run.\n", to: "notes/content/part-3/index.md")
  }

  private static func shell(_ line: String, in folder: TemporaryFolder) throws -> Command.Outcome {
    var environment = Rutter.environment
    environment["PATH"] = folder.path("bin") + ":" + (environment["PATH"] ?? "")
    return try Command(
      shell: "chmod 755 \(folder.path("bin/docker")) && \(line)", in: folder.path, environment: environment
    ).run(seconds: 120)
  }

  /// A report without the times that things took, in lines.
  private static func timeless(_ report: String) -> String {
    report.replacing(/"seconds":[0-9.]+/, with: "\"seconds\":0").replacing("},{", with: "},\n{")
  }
}
