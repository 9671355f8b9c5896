internal import Glibc
internal import NIOCore
internal import NIOPosix

/// Watches files and folders, and tells what changes in them.
///
/// On Linux the system tells (inotify); where it cannot, the disk is looked at several times a second. Symbolic links are
/// followed, and not in circles. Roots may be missing: they are watched from when they are there.
public struct Watcher: Sendable {
  /// How it learns of changes.
  public enum Method: Equatable, Sendable {
    /// The system tells.
    case notified
    /// The disk is looked at, with a pause of so many milliseconds.
    case polling(milliseconds: Int)
  }

  /// The pause where nobody asked for one.
  private static let usualPause = 300

  /// How it learns of changes.
  public let method: Method
  private let gatherer: NIOLoopBound<ChangeGatherer>
  private let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let source: NIOLoopBound<any WatchSource>

  /// Starts to watch. What changes after this returns is told.
  ///
  /// - Parameters:
  ///   - roots: Folders, with all that is in them, and files.
  ///   - method: How to learn of changes, where it can be chosen.
  ///   - ignoring: Which paths do not matter; what is in such a folder does not, either.
  public static func start(
    _ roots: [String], method: Method = .notified,
    ignoring: @escaping @Sendable (_ path: String) -> Bool = { _ in false }
  ) async -> Watcher {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let roots = WatchedRoots(roots, ignoring: ignoring)
    let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let gatherer = await loop.asked {
      let gatherer = ChangeGatherer(quiet: .milliseconds(3), longest: .milliseconds(50), signal: signal, on: loop)
      return NIOLoopBound(gatherer, eventLoop: loop)
    }
    #if os(Linux)
      if method == .notified, let source = await InotifySource.start(roots, gatherer, on: loop) {
        return Watcher(method: method, gatherer: gatherer, signals: signals, signal: signal, source: source)
      }
    #endif
    let pause = if case .polling(let milliseconds) = method { milliseconds } else { usualPause }
    let source = await loop.asked {
      let source: any WatchSource = PollingSource(roots, gatherer.value, pause: pause, on: loop)
      return NIOLoopBound(source, eventLoop: loop)
    }
    return Watcher(
      method: .polling(milliseconds: pause), gatherer: gatherer, signals: signals, signal: signal, source: source)
  }

  /// What changes, from now on, until the watcher is stopped. For one reader: what happens while it is at work is told to
  /// it at once.
  public var changes: AsyncStream<Changes> {
    let (signals, gatherer) = (signals, gatherer)
    return AsyncStream {
      for await _ in signals {
        let changes = await gatherer.eventLoop.asked { gatherer.value.take() }
        if !changes.isEmpty { return changes }
      }
      return nil
    }
  }

  /// Watches no more; ``changes`` ends.
  public func stop() async {
    let source = source
    signal.finish()
    await source.eventLoop.asked { source.value.stop() }
  }
}

/// Where a watcher learns of changes. It lives on the watcher's event loop.
protocol WatchSource: AnyObject {
  /// Watches no more.
  func stop()
}
