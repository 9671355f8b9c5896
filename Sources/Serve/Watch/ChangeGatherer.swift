internal import NIOCore

/// Gathers what changes until nothing more does for a moment. It lives on the watcher's event loop.
///
/// Whoever takes the changes may be slow; what happens meanwhile is merged and given at once.
final class ChangeGatherer {
  private let loop: any EventLoop
  private let quiet: TimeAmount
  private let longest: TimeAmount
  private let signal: AsyncStream<Void>.Continuation
  private var gathered = Changes()
  private var ready = Changes()
  private var began = NIODeadline.now()
  private var last = NIODeadline.now()
  private var isWaiting = false

  /// - Parameters:
  ///   - quiet: How long nothing must happen.
  ///   - longest: How long changes are held back while things go on happening.
  ///   - signal: Told when there is something to be taken.
  init(
    quiet: TimeAmount, longest: TimeAmount, signal: AsyncStream<Void>.Continuation, on loop: any EventLoop
  ) {
    (self.quiet, self.longest, self.signal, self.loop) = (quiet, longest, signal, loop)
  }

  /// Adds changes.
  func add(_ changes: Changes) {
    guard !changes.isEmpty else { return }
    gathered.merge(changes)
    last = .now()
    guard !isWaiting else { return }
    began = last
    wait(until: last + quiet)
  }

  /// What is ready, which is not given again.
  func take() -> Changes {
    defer { ready = Changes() }
    return ready
  }

  private func wait(until deadline: NIODeadline) {
    isWaiting = true
    loop.assumeIsolated().scheduleTask(deadline: deadline) { self.look() }
  }

  private func look() {
    let now = NIODeadline.now()
    let end = min(last + quiet, began + longest)
    guard now >= end else { return wait(until: end) }
    isWaiting = false
    ready.merge(gathered)
    gathered = Changes()
    signal.yield()
  }
}
