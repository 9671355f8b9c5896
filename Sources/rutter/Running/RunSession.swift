import Glibc
import Notes
import Run
import Source

/// A run from its beginning to its end: finds the engine, takes in the bases, runs what is wanted, and cleans up.
struct RunSession {
  /// What the command line asks for.
  struct Wishes: Sendable {
    /// The engine; whichever is there where it is nothing.
    var engine: Engine.Kind?
    var isolation = Engine.Isolation.chroot
    var address: String?
    /// Images that are given.
    var bases: [BaseImages.Given] = []
    var pulls = false
    /// Seconds for a snippet whose fence does not say otherwise.
    var timeout: Int?
    /// Where engines keep what is ours.
    var store = EngineStore.usual
    /// Whole names of the snippets to run, and names of pages; all where there are none.
    var only: [String] = []
    var jobs = Processors.count
  }

  /// What came of it.
  struct Outcome {
    let engine: Engine
    /// By page, in the order of the orders.
    let results: [[StepResult]]
    let limits: [Sandbox.Limit]
    let seconds: Double
  }

  let wishes: Wishes
  let project: Project

  /// What is run of some pages. A name that nothing has is a failure.
  func orders(_ pages: RunnablePages) throws(Failure) -> [SnippetRunner.Order] {
    guard !wishes.only.isEmpty else { return pages.pages.map { SnippetRunner.Order(page: $0, ids: []) } }
    var orders: [SnippetRunner.Order] = []
    var unknown = Set(wishes.only)
    for page in pages.pages {
      var ids: Set<String> = []
      for step in page.plan.steps {
        let name = page.plan.name(of: step)
        let pageName = String(name.dropLast(step.id.count + 1))
        let wanted = wishes.only.filter { $0 == name || $0 == pageName || $0 == page.plan.page }
        guard !wanted.isEmpty else { continue }
        ids.insert(step.id)
        unknown.subtract(wanted)
      }
      if !ids.isEmpty { orders.append(SnippetRunner.Order(page: page, ids: ids)) }
    }
    if let name = unknown.sorted().first {
      let nearest = Suggestion.nearest(to: name, among: pages.names).map { ", did you mean '\($0)'?" } ?? ""
      throw Failure("No runnable snippet has the name '\(name)'\(nearest)", advice: "Write it as in docker/volume#web")
    }
    return orders
  }

  /// Runs.
  func run(_ orders: [SnippetRunner.Order]) async throws -> Outcome {
    Interruption.watch()
    let start = ProcessRunner.now
    let store = try EngineStore(wishes.store)
    let finder = EngineFinder(store: store.path, isolation: wishes.isolation, address: wishes.address)
    let engine = try finder.engine(wishes.engine)
    let scratch = try RunScratch()
    defer { scratch.remove() }
    var settings = settings
    settings.bases = try BaseImages(engine, scratch).take(bases)
    settings.id = scratch.id
    settings.folder = scratch.path
    let results = try await SnippetRunner(engine: engine, settings: settings, jobs: wishes.jobs).run(orders)
    withExtendedLifetime(store) {}
    return Outcome(
      engine: engine, results: results, limits: engine.unenforced(settings.sandbox),
      seconds: ProcessRunner.now - start)
  }

  /// What would be started, as lines for a shell. Without an engine it is buildah that would be used.
  func rehearse(_ orders: [SnippetRunner.Order]) throws -> [String] {
    let finder = EngineFinder(store: wishes.store, isolation: wishes.isolation, address: wishes.address)
    let kind = wishes.engine ?? .buildah
    var engine = (try? finder.engine(wishes.engine)) ?? Engine(kind, version: "", program: [kind.rawValue])
    engine.isolation = wishes.isolation
    var settings = settings
    for base in bases { settings.bases.set(base.name, to: try BaseImages.localName(of: base)) }
    settings.folder = "/tmp/rutter"
    let limits = RunReport.warning(engine.unenforced(settings.sandbox), engine).split(separator: "\n")
    return limits.map { "# \($0)" }
      + SnippetRunner(engine: engine, settings: settings, jobs: 1).rehearse(orders)
  }

  /// The images from the command line and from `site.yaml`; paths there are below the site's folder.
  private var bases: [BaseImages.Given] {
    let named = Set(wishes.bases.map(\.name))
    return wishes.bases
      + project.settings.run.bases.filter { !named.contains($0.name) }.map {
        BaseImages.Given(name: $0.name, path: path($0.path))
      }
  }

  private func path(_ path: String) -> String {
    path.hasPrefix("/") ? path : Project.join(project.root, path)
  }

  private var settings: RunSettings {
    let policy = project.settings.run
    var settings = RunSettings()
    settings.sandbox.memory = policy.memory ?? settings.sandbox.memory
    settings.sandbox.processors = policy.processors ?? settings.sandbox.processors
    settings.sandbox.processes = policy.processes ?? settings.sandbox.processes
    settings.sandbox.seconds = wishes.timeout ?? policy.seconds ?? settings.sandbox.seconds
    settings.mounts = policy.mounts.map { ($0.name, absolute(path($0.path))) }
    settings.pulls = wishes.pulls
    return settings
  }

  private func absolute(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
