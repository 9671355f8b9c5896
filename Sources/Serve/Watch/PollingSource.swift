internal import Glibc
internal import NIOCore

/// Looks at the disk from time to time and compares.
final class PollingSource: WatchSource {
  private struct State: Equatable {
    let number: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private let roots: WatchedRoots
  private let gatherer: ChangeGatherer
  private var states: [String: State]
  private var chore: RepeatedTask?

  init(_ roots: WatchedRoots, _ gatherer: ChangeGatherer, pause: Int, on loop: any EventLoop) {
    self.roots = roots
    self.gatherer = gatherer
    states = Self.states(roots)
    let bound = NIOLoopBound(self, eventLoop: loop)
    let pause = TimeAmount.milliseconds(Int64(pause))
    chore = loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in bound.value.look() }
  }

  func stop() {
    chore?.cancel()
    chore = nil
  }

  private func look() {
    let now = Self.states(roots)
    var changed = Set(now.keys.filter { now[$0] != states[$0] })
    changed.formUnion(states.keys.filter { now[$0] == nil })
    states = now
    gatherer.add(Changes(paths: changed))
  }

  private static func states(_ roots: WatchedRoots) -> [String: State] {
    var states: [String: State] = [:]
    var visited: Set<[UInt64]> = []
    var pending = roots.paths
    while let path = pending.popLast() {
      var status = stat()
      guard roots.hold(path), unsafe stat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let time = status.st_mtim
        states[path] = State(
          number: UInt64(status.st_ino), size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
      case S_IFDIR:
        guard visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { continue }
        pending += FolderEntry.all(in: path).map { WatchedRoots.join(path, $0.name) }
      default: continue
      }
    }
    return states
  }
}
