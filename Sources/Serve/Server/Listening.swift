internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Finds a port that is free, and listens there.
struct Listening {
  private static let mostPorts = 100

  private let core: NIOLoopBound<ServerCore>
  private let loop: any EventLoop

  init(_ core: NIOLoopBound<ServerCore>, on loop: any EventLoop) {
    self.core = core
    self.loop = loop
  }

  /// Listens at a host; gives what listens, and the port.
  func listen(_ host: String, _ port: DevServer.Port) async throws(DevServerError) -> ([any Channel], Int) {
    switch port {
    case .exactly(let port): return try await listen(host, port)
    case .firstFree(let start):
      for port in start..<min(start + Self.mostPorts, 65_536) {
        do {
          return try await listen(host, port)
        } catch .portInUse {
          continue
        }
      }
      return try await listen(host, start)
    }
  }

  private func listen(_ host: String, _ port: Int) async throws(DevServerError) -> ([any Channel], Int) {
    guard (0...65_535).contains(port) else {
      throw .cannotListen(host: host, port: port, reason: "there is no such port")
    }
    var channels: [any Channel] = []
    var chosen = port
    for address in try await addresses(of: host) {
      do {
        let place = Self.with(chosen, address)
        let channel = try await bootstrap().bind(to: place).get()
        channels.append(channel)
        chosen = channel.localAddress?.port ?? chosen
      } catch let error as IOError {
        // A machine without IPv6 is localhost all the same.
        if !channels.isEmpty, error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EAFNOSUPPORT { continue }
        await close(channels)
        guard error.errnoCode == EADDRINUSE else {
          throw .cannotListen(host: host, port: port, reason: unsafe String(cString: strerror(error.errnoCode)))
        }
        throw .portInUse(port: port, by: await PortOwner.find(port))
      } catch {
        await close(channels)
        throw .cannotListen(host: host, port: port, reason: "\(error)")
      }
    }
    return (channels, chosen)
  }

  private func close(_ channels: [any Channel]) async {
    for channel in channels { try? await channel.close().get() }
  }

  private static func with(_ port: Int, _ address: SocketAddress) -> SocketAddress {
    var address = address
    address.port = port
    return address
  }

  private func addresses(of host: String) async throws(DevServerError) -> [SocketAddress] {
    let literals = host == "localhost" ? ["127.0.0.1", "::1"] : [host]
    let known = literals.compactMap { try? SocketAddress(ipAddress: $0, port: 0) }
    if !known.isEmpty { return known }
    do {
      return [
        try await NIOThreadPool.singleton.runIfActive { try SocketAddress.makeAddressResolvingHost(host, port: 0) }
      ]
    } catch {
      throw .unknownHost(host)
    }
  }

  private func bootstrap() -> ServerBootstrap {
    let core = core
    return ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          var limits = NIOHTTPDecoderLimitConfiguration()
          limits.maxHeaderFieldSize = core.value.limits.headBytes
          limits.maxHeaderListSize = core.value.limits.headBytes
          limits.maxHeaderFieldCount = 100
          let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits)
          try channel.pipeline.syncOperations.addHandlers([ByteToMessageHandler(decoder), Connection(core.value)])
        }
      }
  }
}
