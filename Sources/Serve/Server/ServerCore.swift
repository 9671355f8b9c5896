internal import NIOCore

/// What the connections of a server share. It lives on the server's event loop.
final class ServerCore {
  let responder: Responder
  let streams = LiveStreams()
  let limits: Limits
  private let table: SiteTable
  private let loop: any EventLoop
  private var connections: [ObjectIdentifier: Connection] = [:]
  private var chores: [RepeatedTask] = []
  private var date = DateField()
  private var isStopped = false

  init(_ version: SiteVersion, _ policy: HostPolicy, routes: [Route], _ limits: Limits, on loop: any EventLoop) {
    self.limits = limits
    self.loop = loop
    table = SiteTable(version, keeping: limits.keptBytes, on: loop)
    responder = Responder(table, policy, routes: routes, on: loop)
  }

  /// The `Date` field of a response.
  func dateField() -> String { date.now() }

  /// Begins to look after connections from time to time.
  func start() {
    let bound = NIOLoopBound(self, eventLoop: loop)
    let interval = TimeAmount.milliseconds(Int64(min(1_000, max(20, limits.idleMilliseconds / 4))))
    let beat = TimeAmount.milliseconds(Int64(limits.beatMilliseconds))
    chores = [
      loop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in bound.value.sweep() },
      loop.scheduleRepeatedTask(initialDelay: beat, delay: beat) { _ in bound.value.streams.beat() },
    ]
  }

  /// Knows a connection from now on; false where there are too many.
  func add(_ connection: Connection) -> Bool {
    guard !isStopped, connections.count < limits.connections else { return false }
    connections[ObjectIdentifier(connection)] = connection
    return true
  }

  /// Forgets a connection.
  func remove(_ connection: Connection) {
    connections[ObjectIdentifier(connection)] = nil
    streams.close(connection)
  }

  /// How many connections are open.
  var connectionCount: Int { connections.count }

  /// Ends all connections, whatever they are at.
  func stop() {
    isStopped = true
    for chore in chores { chore.cancel() }
    chores = []
    for connection in Array(connections.values) { connection.cut() }
  }

  private func sweep() {
    let now = NIODeadline.now()
    for connection in Array(connections.values) { connection.check(now) }
  }
}
