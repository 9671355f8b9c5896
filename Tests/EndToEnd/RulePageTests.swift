import Foundation
import TestSupport
import Testing

/// The page of a rule: what it shows as bad is found, what it shows as good is not.
struct RulePage: Sendable, CustomTestStringConvertible {
  /// A fence that is a file of a site.
  struct Example {
    let path: String
    let text: String
  }

  /// The rule's name.
  let testDescription: String
  /// Sites that break the rule, one after the other: a new one begins where a file comes again.
  private(set) var bad: [[Example]] = []
  /// Sites that keep it.
  private(set) var good: [[Example]] = []

  /// The pages in `content/rules`, without the tables of contents, and without those about Dockerfiles and about running:
  /// `RuleExampleTests` in `Tests/Docker` and `Tests/Run` ask more of them.
  static let all: [RulePage] = {
    let folder = Repository.path("content/rules")
    return Repository.files(below: folder, extensions: ["md"]).filter { name in
      !name.hasSuffix("index.md") && !name.hasPrefix("dockerfile/") && !name.hasPrefix("run/")
    }
    .map { name in
      RulePage(String(name.dropLast(3)), Repository.text(folder + "/" + name) ?? "")
    }
  }()

  private init(_ name: String, _ text: String) {
    testDescription = name
    var fence: (mark: Substring, info: Substring)?
    var content = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open.mark {
          add(Example(path: Self.title(in: open.info) ?? "note.md", text: content), open.info)
          fence = nil
        } else {
          content += line + "\n"
        }
      } else if line.hasPrefix("```") {
        fence = (line.prefix { $0 == "`" }, line)
        content = ""
      }
    }
  }

  private mutating func add(_ example: Example, _ info: Substring) {
    let words = info.split(separator: " ")
    // What cannot be shown as text is tested with the site archives.
    guard !info.contains("skip=") else { return }
    if words.contains("bad") { Self.add(example, to: &bad) }
    if words.contains("good") { Self.add(example, to: &good) }
  }

  private static func add(_ example: Example, to sites: inout [[Example]]) {
    if let site = sites.last, !site.contains(where: { $0.path == example.path }) {
      sites[sites.count - 1].append(example)
    } else {
      sites.append([example])
    }
  }

  private static func title(in line: Substring) -> String? {
    guard let start = line.range(of: "title=\"")?.upperBound else { return nil }
    return String(line[start...].prefix { $0 != "\"" })
  }
}

@Suite("The page of a rule is its test", .needsBuild, .enabled(if: !RulePage.all.isEmpty, "there are no rules yet"))
struct RulePageTests {
  @Test(arguments: RulePage.all)
  func `what is bad is found, what is good is not`(page: RulePage) throws {
    let mark = "[\(page.testDescription)]"
    for site in page.bad {
      let found = try report(on: site)
      #expect(found.contains(mark), "the bad example of '\(site[0].path)' is not found")
    }
    for site in page.good {
      let silent = try report(on: site)
      #expect(!silent.contains(mark), "the good example of '\(site[0].path)' is found")
    }
  }

  @Test func `nearly every page shows both`() {
    // Links to other sites are shown with a server of our own: Tests/Browser/test_links.py.
    let shown = RulePage.all.filter { !$0.testDescription.hasPrefix("links/") }
    let pages = shown.filter { $0.bad.isEmpty || $0.good.isEmpty }.map(\.testDescription)
    #expect(pages.count <= 4, "\(pages)")
  }

  /// What a build and a check say of a site of these files.
  private func report(on examples: [RulePage.Example]) throws -> String {
    try TemporaryFolder.with { folder in
      try folder.makeFolder("content")
      for example in examples {
        let isTemplate = example.path.hasPrefix("templates/")
        try folder.write(example.text, to: isTemplate ? example.path : "content/" + example.path)
      }
      let check = try Rutter.run(["check", "--fail-on", "info"], in: folder)
      let build = try Rutter.run(["build"], in: folder)
      #expect(check.exit < 2 && build.exit < 2, "\(check.errors)\(build.errors)")
      return check.output + check.errors + build.output + build.errors
    }
  }
}
