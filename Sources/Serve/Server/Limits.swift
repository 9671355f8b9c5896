/// How much a client may ask for, and how long it may take.
public struct Limits: Sendable {
  /// Bytes of the target and the header fields of a request.
  public var headBytes = 32 << 10
  /// Bytes of the body of a request.
  public var bodyBytes = 4 << 20
  /// Connections at a time.
  public var connections = 2_048
  /// Milliseconds within which a whole request has to arrive on a connection that waits for one.
  public var idleMilliseconds = 60_000
  /// Milliseconds for which a client may leave unread what it asked for.
  public var stallMilliseconds = 120_000
  /// Milliseconds between signs of life on a stream of events.
  public var beatMilliseconds = 15_000
  /// Bytes of files that are kept ready to be sent.
  public var keptBytes = 64 << 20

  /// The usual limits.
  public init() {}
}
