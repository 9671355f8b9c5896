#if os(Linux)
  internal import Glibc
  internal import NIOCore
  internal import NIOPosix

  /// Is told by the system what changes.
  final class InotifySource: ChannelInboundHandler, WatchSource {
    typealias InboundIn = ByteBuffer

    private let gatherer: ChangeGatherer
    private var tree: InotifyTree
    /// Events that were read in part.
    private var rest = ByteBuffer()
    private var context: ChannelHandlerContext?
    /// Takes over where the system does not watch any more folders.
    private var polling: PollingSource?
    private let roots: WatchedRoots

    private init(_ roots: WatchedRoots, _ gatherer: ChangeGatherer, _ tree: InotifyTree) {
      (self.roots, self.gatherer, self.tree) = (roots, gatherer, tree)
    }

    /// Watches everything there is; nil where the system gives no more watches.
    static func start(
      _ roots: WatchedRoots, _ gatherer: NIOLoopBound<ChangeGatherer>, on loop: any EventLoop
    ) async -> NIOLoopBound<any WatchSource>? {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { return nil }
      let source = await loop.asked { () -> NIOLoopBound<InotifySource>? in
        var tree = InotifyTree(roots, descriptor)
        tree.watchRoots()
        guard !tree.isExhausted else { return nil }
        return NIOLoopBound(InotifySource(roots, gatherer.value, tree), eventLoop: loop)
      }
      guard let source else {
        close(descriptor)
        return nil
      }
      let bootstrap = NIOPipeBootstrap(group: loop).channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(source.value) }
      }
      guard (try? await bootstrap.takingOwnershipOfDescriptor(input: descriptor).get()) != nil else {
        close(descriptor)
        return nil
      }
      return await loop.asked { NIOLoopBound(source.value, eventLoop: loop) }
    }

    func stop() {
      polling?.stop()
      context?.close(promise: nil)
    }

    func handlerAdded(context: ChannelHandlerContext) {
      self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
      self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      var bytes = unwrapInboundIn(data)
      rest.writeBuffer(&bytes)
      while let event = InotifyEvent(&rest) { tree.take(event) }
      rest.discardReadBytes()
      gatherer.add(tree.takeChanges())
      if tree.isExhausted, polling == nil {
        polling = PollingSource(roots, gatherer, pause: 300, on: context.eventLoop)
      }
    }
  }

  /// What the system tells of a folder or a file that is watched.
  struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    /// The entry of the folder that it is about; empty for the folder itself.
    let name: String

    init(watch: Int32, mask: UInt32, name: String) {
      (self.watch, self.mask, self.name) = (watch, mask, name)
    }

    /// Reads the next event; nil where it is not there as a whole.
    init?(_ bytes: inout ByteBuffer) {
      let start = bytes.readerIndex
      guard let watch = bytes.getInteger(at: start, endianness: .host, as: Int32.self),
        let mask = bytes.getInteger(at: start + 4, endianness: .host, as: UInt32.self),
        let length = bytes.getInteger(at: start + 12, endianness: .host, as: UInt32.self),
        let name = bytes.getBytes(at: start + 16, length: Int(length))
      else { return nil }
      bytes.moveReaderIndex(forwardBy: 16 + Int(length))
      (self.watch, self.mask) = (watch, mask)
      self.name = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    }

    func has(_ bits: Int32...) -> Bool {
      bits.contains { mask & UInt32(bitPattern: $0) != 0 }
    }
  }
#endif
