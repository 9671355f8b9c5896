internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// A web server for a site in the making, for the people on this machine.
///
/// It answers from files that are prepared when they are first asked for and kept until a version of the site is
/// published that changes them. A version takes effect as a whole: no response that begins later holds anything of the one
/// before.
public struct DevServer: Sendable {
  /// Where to listen.
  public enum Port: Sendable {
    /// This one, or not at all; 0 stands for any that is free.
    case exactly(Int)
    /// This one, or the first after it that is free.
    case firstFree(from: Int)
  }

  /// What a server is told before it starts.
  public struct Options: Sendable {
    /// A name or an address of this machine; `localhost` stands for both of its addresses.
    public var host = "127.0.0.1"
    /// Where to listen.
    public var port = Port.exactly(4_000)
    /// Hosts that browsers may name beside this machine's own. One that starts with a dot stands for all below it, too.
    public var allowedHosts: [String] = []
    /// How much a client may ask for.
    public var limits = Limits()

    /// The usual options.
    public init() {}
  }

  /// The host it was told to listen on.
  public let host: String
  /// The port it listens on.
  public let port: Int
  /// Tells open pages what happens.
  public let live: LiveReload
  private let core: NIOLoopBound<ServerCore>
  private let listeners: [any Channel]

  /// The address of the server without a path: `http://127.0.0.1:4000`.
  public var origin: String {
    host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - version: What it serves, until another version is published.
  ///   - routes: Addresses beside the site.
  /// - Throws: When it cannot listen there.
  public static func start(
    _ options: Options, serving version: SiteVersion, routes: [Route] = []
  ) async throws(DevServerError) -> DevServer {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let policy = HostPolicy(bound: options.host, allowed: options.allowedHosts)
    let core = await loop.asked {
      let core = ServerCore(version, policy, routes: routes, options.limits, on: loop)
      core.start()
      return NIOLoopBound(core, eventLoop: loop)
    }
    let streams = await loop.asked { NIOLoopBound(core.value.streams, eventLoop: loop) }
    do {
      let (listeners, port) = try await Listening(core, on: loop).listen(options.host, options.port)
      return DevServer(
        host: options.host, port: port, live: LiveReload(streams), core: core, listeners: listeners)
    } catch {
      await loop.asked { core.value.stop() }
      throw error
    }
  }

  /// Serves another version of the site from now on.
  ///
  /// - Parameter changed: The files that it changes, brings or takes away; the others stay as they were prepared.
  public func publish(_ version: SiteVersion, changed: ChangedFiles) async {
    let core = core
    await core.eventLoop.asked { core.value.responder.publish(version, changed: changed) }
  }

  /// How many connections are open.
  public var connectionCount: Int {
    get async {
      let core = core
      return await core.eventLoop.asked { core.value.connectionCount }
    }
  }

  /// Ends all connections and listens no more. Done when every socket is closed.
  public func stop() async {
    for listener in listeners { try? await listener.close().get() }
    let core = core
    await core.eventLoop.asked { core.value.stop() }
  }
}
