import Glibc
import Run
import Source

/// Runs the snippets of pages, several pages at a time, and removes what they made.
struct SnippetRunner: Sendable {
  let engine: Engine
  let settings: RunSettings
  let jobs: Int

  /// What is run of a page.
  struct Order: Sendable {
    let page: RunnablePages.Page
    /// The ids of the snippets that are wanted; all where there are none.
    let ids: Set<String>
  }

  /// The results, in the order of the pages.
  func run(_ orders: [Order]) async throws -> [[StepResult]] {
    let host = EngineHost(
      run: { ProcessRunner(heedsInterruption: true).run($0) }, write: { RunScratch.write($0, $1) })
    let results = try await concurrentMap(orders.count, jobs: jobs, batch: 1, state: {}) {
      [engine, settings] _, index throws(Failure) in
      let order = orders[index]
      var run = PageRun(order.page.plan, number: index + 1, settings, on: engine, host: host)
      let results = run.run(only: order.ids)
      for command in run.removal { _ = ProcessRunner(heedsInterruption: false).run(command) }
      return results
    }
    for command in engine.sweep { _ = ProcessRunner(heedsInterruption: false).run(command) }
    return results
  }

  /// What would be started, as lines for a shell.
  func rehearse(_ orders: [Order]) -> [String] {
    var lines: [String] = []
    for (index, order) in orders.enumerated() {
      let rehearsal = Rehearsal()
      var run = PageRun(order.page.plan, number: index + 1, settings, on: engine, host: rehearsal.host)
      let results = run.run(only: order.ids)
      lines += rehearsal.lines
      for result in results {
        if case .skipped(let reason) = result.verdict { lines.append("# \(result.name) is not run: \(reason)") }
      }
      lines += run.removal.map(\.line)
    }
    return lines + engine.sweep.map(\.line)
  }
}
