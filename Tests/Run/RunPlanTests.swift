import Markdown
import Source
import Testing

@testable import Run

/// The snippets of a page in Markdown.
func snippets(_ markdown: String, path: String = "page.md") -> [PageSnippet] {
  let document = Document(parsing: SourceText(path: path, bytes: Array(markdown.utf8)))
  var folders: [Int: Int] = [:]
  for (number, folder) in document.fences.folders.enumerated() {
    for index in folder.indices { folders[index] = number }
  }
  return document.fences.enumerated().map { index, fence in
    PageSnippet(
      language: fence.info.language, words: fence.info.words, attributes: fence.info.attributes, content: fence.content,
      folder: folders[index] ?? 0)
  }
}

/// A fence.
func fence(_ info: String, _ code: String = "x") -> String {
  "```\(info)\n\(code)\n```\n\n"
}

@Suite struct RunPlanTests {
  private func plan(_ markdown: String, mounts: [String] = []) -> RunPlan {
    RunPlan(snippets(markdown), page: "docker/volume/", mounts: mounts)
  }

  @Test func `only what says run is run`() {
    #expect(plan(fence("dockerfile name=web", "FROM a") + fence("console", "$ ls")).isEmpty)
  }

  @Test func `snippets come behind those that they need`() {
    let page =
      fence("console run with=web name=play", "$ ls") + fence("dockerfile run name=web with=base", "FROM base")
      + fence("dockerfile run name=base", "FROM scratch") + fence("sh run", "true")
    let plan = plan(page)
    #expect(plan.diagnostics.isEmpty)
    #expect(plan.steps.map(\.id) == ["base", "web", "play", "4"])
    #expect(plan.steps.map { $0.needs.map { plan.steps[$0].id } } == [[], ["base"], ["web"], ["base"]])
    #expect(plan.name(of: plan.steps[0]) == "docker/volume#base")
  }

  /// A page, and the rules and messages that are found on it.
  @Test(arguments: [
    (
      fence("console run with=wbe", "$ ls") + fence("dockerfile run name=web", "FROM a"), "unknown-snippet",
      "Snippet 'wbe' is not on this page, did you mean 'web'?"
    ),
    (
      fence("console run with=web", "$ ls") + fence("dockerfile name=web", "FROM a"), "unknown-snippet",
      "Snippet 'web' is not run: its fence does not say 'run'"
    ),
    (
      fence("dockerfile run name=a with=b") + fence("dockerfile run name=b with=a"), "circular-snippets",
      "Snippet needs itself: 'a' needs 'b' needs 'a'"
    ),
    (fence("dockerfile run name=a with=a"), "circular-snippets", "Snippet needs itself: 'a' needs 'a'"),
    (fence("dockerfile run name=a") + fence("dockerfile run name=a"), "duplicate-name", "Name 'a' is taken"),
    (fence("console run", "$ ls"), "no-image", "No image to run this in: no Dockerfile above it is run"),
    (fence("yaml run"), "not-runnable", "Nothing runs 'yaml'"),
    (
      fence("dockerfile run") + fence("console run", "ls"), "not-runnable",
      "Session without a command: a line that begins with '$ '"
    ),
    (
      fence("console run", "$ docker run web | cat"), "unsupported-command",
      "Commands of an engine stand alone: no pipes, redirections, or other commands"
    ),
    (
      fence("console run", "$ docker run web\n$ rm -rf /"), "unsupported-command",
      "'rm' beside commands of an engine would run on this machine, and is not run"
    ),
    (
      fence("console run", "$ docker run -v $PWD:/x web"), "unsupported-command",
      "'$PWD:/x' would be changed by the shell of this machine"
    ),
    (
      fence("console run", "$ docker run -v /etc:/x web"), "unsupported-command",
      "Folder '/etc' of this machine is not mounted; the fence can name one with 'mount='"
    ),
    (
      fence("console run", "$ docker run --privileged web"), "unsupported-command",
      "Flag '--privileged' of 'docker run' is not carried out here"
    ),
    (
      fence("console run", "$ docker run -p 8080:80 web"), "unsupported-command",
      "Port 8080:80 is published without a network; the fence can ask for one: 'network'"
    ),
    (fence("console run", "$ docker system prune"), "unsupported-command", "'docker system' is not carried out here"),
    (
      fence("sh run image=a mount=dta:/x"), "unknown-mount",
      "Mount 'dta' is not named in site.yaml, did you mean 'data'?"
    ),
    (
      fence("sh run image=a mount=data"), "unknown-mount",
      "Mount 'data' has no path to appear at, as in 'mount=data:/data'"
    ),
  ])
  func `what cannot be run is found`(page: String, rule: String, message: String) {
    let plan = plan(page, mounts: ["data"])
    #expect(plan.diagnostics.map(\.message) == [message])
    #expect(plan.diagnostics.map(\.rule.id.name) == ["run/" + rule])
    #expect(plan.diagnostics.allSatisfy { $0.snippet?.page == "docker/volume/" })
  }

  @Test func `what cannot be run is passed over, and what needs it too`() {
    let plan = plan(
      fence("dockerfile run name=a with=b") + fence("dockerfile run name=b with=a") + fence("console run with=a", "$ x")
    )
    #expect(plan.steps.count == 3)
    #expect(plan.steps.count { $0.skipReason != nil } == 2)
    #expect(plan.steps.last?.needs.isEmpty == false)
  }

  @Test func `files are those shown beside it, then others of the page`() {
    let page =
      fence("text title=\"a.txt\"", "far") + fence("text title=\"b.txt\"", "far b")
      + fence("sh title=\"a.txt\"", "#!/bin/sh")
      + fence("dockerfile title=\"Dockerfile\" run", "FROM scratch\nCOPY . .")
      + fence("yaml title=\"A title\"") + fence("yaml title=\"../up\"") + fence("dockerfile title=\"web/Dockerfile\"")
    let plan = plan(page)
    let files = plan.files(beside: plan.steps[0])
    #expect(files.map(\.path) == ["a.txt", "b.txt"])
    #expect(files.first { $0.path == "a.txt" }?.isExecutable == true)
  }

  @Test func `what a step depends on changes its hash`() {
    func hashes(_ code: String, _ info: String = "", _ file: String = "x") -> [String] {
      plan(
        fence("text title=\"f\"", file) + fence("dockerfile run name=a \(info)", code)
          + fence("console run with=a", "$ ls")
      ).steps.map(\.hash)
    }
    let before = hashes("FROM scratch\nCOPY f /")
    #expect(hashes("FROM scratch\nCOPY f /") == before)
    #expect(hashes("FROM scratch\nCOPY f /", "hl=2") == before)
    for other in [
      hashes("FROM scratch\nCOPY f /f"), hashes("FROM scratch\nCOPY f /", "network"),
      hashes("FROM scratch\nCOPY f /", "", "y"),
    ] {
      #expect(zip(before, other).allSatisfy { $0 != $1 })
    }
  }

  @Test func `a page of a hundred thousand snippets is planned at once`() {
    let chain = (0..<20_000).map { fence("dockerfile run name=n\($0) with=n\($0 + 1)", "COPY a b") }.joined()
    let clock = ContinuousClock()
    let snippets = snippets(chain)
    #expect(clock.measure { _ = RunPlan(snippets, page: "a/").steps.count } < .seconds(4))
  }
}
