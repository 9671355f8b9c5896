internal import NIOCore

/// Tells open pages what happens, by server-sent events at ``path``.
///
/// Each event has an id; a browser that was cut off names the last one when it returns, and is sent what it missed. Where
/// that is not known any more, because the server was started anew or too much has happened, it is sent the event `reset`:
/// the page is to be loaded again as a whole. Whoever names no id is sent the event `hello`, with the last one.
///
/// A page knows the id of the last event before it was sent, and so misses none until it listens: the response has the
/// field `Server-Timing: live;desc="ID"`, which scripts find in `performance.getEntriesByType("navigation")`.
public struct LiveReload: Sendable {
  /// Where pages listen. `?since=ID` stands for the id of the last event in the first request, which cannot have one.
  public static let path = "/-/live"

  private let streams: NIOLoopBound<LiveStreams>

  init(_ streams: NIOLoopBound<LiveStreams>) {
    self.streams = streams
  }

  /// Sends an event to every page that listens, and keeps it for those that return.
  ///
  /// - Parameters:
  ///   - event: Its name, one line. `hello` and `reset` are taken.
  ///   - data: What it says; lines are kept.
  /// - Returns: Its id.
  @discardableResult
  public func send(_ event: String, data: String) async -> String {
    let streams = streams
    return await streams.eventLoop.asked { streams.value.send(event, data: data) }
  }

  /// The id of the event that was sent last.
  public var lastID: String {
    get async {
      let streams = streams
      return await streams.eventLoop.asked { streams.value.lastID }
    }
  }

  /// How many pages listen.
  public var listenerCount: Int {
    get async {
      let streams = streams
      return await streams.eventLoop.asked { streams.value.count }
    }
  }
}

extension EventLoop {
  /// What `question` finds on this event loop.
  func asked<Answer: Sendable>(_ question: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
      execute { continuation.resume(returning: question()) }
    }
  }
}
