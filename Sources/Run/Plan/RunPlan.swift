package import Source

/// What there is to run on a page, in an order in which each snippet comes behind those that it needs.
package struct RunPlan: Sendable {
  /// A snippet that runs.
  package struct Step: Sendable {
    /// How it is called on its page: its name, or its number among the runnable ones.
    package let id: String
    /// The code block.
    package let snippet: PageSnippet
    /// Its place among the page's code blocks.
    package let place: Int
    /// What is done.
    package let work: Work
    /// Where it runs; nothing for a build, and for a session that speaks to the engine.
    package let image: Image?
    /// The steps that come before, by their place among the plan's steps.
    package internal(set) var needs: [Int]
    /// What stands for all that its result depends on; changes with any of it.
    package internal(set) var hash = ""
    /// Why it is not run.
    package let skipReason: String?
  }

  /// What is done with a snippet.
  package enum Work: Sendable {
    /// It is built.
    case build
    /// The commands are given to a shell in the image.
    case session(Transcript)
    /// The commands are given to the engine. One that cannot be carried out is a finding of the plan.
    case engine(Transcript, [EngineCall])
    /// It is run by this shell in the image.
    case script(shell: String)
  }

  /// An image to run in.
  package enum Image: Sendable {
    /// What another step built.
    case step(Int)
    /// One from outside.
    case named(String)
  }

  /// The steps, in the order in which they are run.
  package let steps: [Step]
  /// What is wrong with what is written.
  package let diagnostics: [Diagnostic]
  /// The page's address below the site's root.
  package let page: String
  private let snippets: [PageSnippet]

  /// Whether there is anything to run.
  package var isEmpty: Bool { steps.isEmpty }

  /// Plans the snippets of a page, in the order in which they stand there.
  ///
  /// - Parameters:
  ///   - page: The page's address below the site's root, such as `docker/volume/`.
  ///   - mounts: The names that `mount=` may use.
  package init(_ snippets: [PageSnippet], page: String, mounts: [String] = []) {
    var planner = RunPlanner(snippets, page: page, mounts: mounts)
    planner.plan()
    steps = planner.orderedSteps()
    diagnostics = planner.diagnostics
    self.page = page
    self.snippets = snippets
  }

  /// The files that a Dockerfile finds beside it: those of its own group, then the others of the page that have a name.
  package func files(beside step: Step) -> [ContextFile] {
    let place = step.place
    var files: [ContextFile] = []
    var taken: Set<String> = []
    let own = snippets.indices.filter { snippets[$0].folder == snippets[place].folder }
    for other in own + snippets.indices where other != place {
      guard let path = snippets[other].contextPath, taken.insert(path).inserted else { continue }
      files.append(ContextFile(path: path, bytes: snippets[other].content.bytes))
    }
    return files
  }

  /// What a finding in a step says of where it is.
  package func place(_ step: Step) -> Snippet {
    Snippet(name: step.snippet.name, language: step.snippet.language, page: page)
  }

  /// The whole name of a step: `docker/volume#web`.
  package func name(of step: Step) -> String {
    Self.name(of: step.id, on: page)
  }

  /// The whole name of the snippet `id` of a page.
  package static func name(of id: String, on page: String) -> String {
    (page.hasSuffix("/") ? String(page.dropLast()) : page) + "#" + id
  }
}
