internal import NIOCore
internal import NIOHTTP1

/// One connection: gathers requests, has them answered one after the other in the order in which they came, and ends in
/// time.
final class Connection: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum Work {
    case request(Request)
    case refusal(Response)
  }

  private enum Phase {
    case open
    /// A stream of events: nothing is read any more.
    case streaming
    /// The last response was sent; what the client still sends is dropped, so that it can read that response.
    case ending
  }

  /// Bodies up to this many bytes are sent in one piece with the head.
  private static let smallBody = 16 << 10

  private let core: ServerCore
  private var context: ChannelHandlerContext?
  private var phase = Phase.open
  private var receiving: Request?
  private var receivedBytes = 0
  private var waiting = CircularBuffer<Work>()
  /// Whether an answer is being made.
  private var isBusy = false
  private var owesContinue = false
  /// Whether reading was asked for while it could not go on.
  private var heldRead = false
  private var inputEnded = false
  /// When the last request was whole, or the phase began.
  private var since = NIODeadline.now()
  /// When the last byte of the last response was sent.
  private var drained: NIODeadline?
  /// How many bytes the client left unread, and since when it has not read any of them.
  private var unread = 0
  private var unreadSince = NIODeadline.now()

  init(_ core: ServerCore) {
    self.core = core
  }

  // MARK: Coming and going

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func channelActive(context: ChannelHandlerContext) {
    guard core.add(self) else { return context.close(promise: nil) }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    core.remove(self)
    phase = .ending
    context.fireChannelInactive()
  }

  /// Closes at once.
  func cut() {
    context?.close(promise: nil)
  }

  /// Closes when the client took too long.
  func check(_ now: NIODeadline) {
    let limits = core.limits
    if isStalled(now) { return cut() }
    switch phase {
    case .streaming: break
    case .ending: if let drained, now - drained > .seconds(1) { cut() }
    case .open:
      guard !isBusy, waiting.isEmpty, now - since > .milliseconds(Int64(limits.idleMilliseconds)) else { return }
      guard receiving != nil else { return cut() }
      refuse(.text(.requestTimeout, "The request took too long", closes: true))
      context?.flush()
    }
  }

  private func isStalled(_ now: NIODeadline) -> Bool {
    let buffered = try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)
    let left = buffered ?? 0
    if left == 0 || left < unread { unreadSince = now }
    if unread == 0 { unreadSince = now }
    unread = left
    return left > 0 && now - unreadSince > .milliseconds(Int64(core.limits.stallMilliseconds))
  }

  // MARK: Reading

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard phase == .open else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(Request(head))
    case .body(let bytes): receive(bytes)
    case .end:
      guard let request = receiving else { return }
      receiving = nil
      since = .now()
      take(.request(request))
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.flush()
    context.fireChannelReadComplete()
  }

  func read(context: ChannelHandlerContext) {
    if phase == .open, isBusy || !context.channel.isWritable {
      heldRead = true
    } else {
      context.read()
    }
  }

  private func begin(_ request: Request) {
    receiving = request
    receivedBytes = 0
    guard request.declaredLength <= core.limits.bodyBytes else { return refuse(Self.tooLarge) }
    guard request.expectsContinue, !request.isOldVersion else { return }
    owesContinue = true
    continueIfOwed()
  }

  private func receive(_ bytes: ByteBuffer) {
    receivedBytes += bytes.readableBytes
    guard receivedBytes <= core.limits.bodyBytes else { return refuse(Self.tooLarge) }
    if receiving?.method == .POST { receiving?.body.writeImmutableBuffer(bytes) }
  }

  /// Ends the connection with a response, after those to earlier requests.
  private func refuse(_ response: Response) {
    receiving = nil
    take(.refusal(response))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard phase == .open, let error = error as? HTTPParserError, error != .invalidEOFState else { return cut() }
    switch error {
    case .headerOverflow: refuse(.text(.fieldsTooLarge, "The head of the request is too large", closes: true))
    case .invalidVersion: refuse(.text(.versionNotSupported, "This server speaks HTTP/1.1", closes: true))
    default: refuse(.text(.badRequest, "This is not a request of HTTP/1.1", closes: true))
    }
    context.flush()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let event = event as? ChannelEvent, event == .inputClosed {
      inputEnded = true
      if phase != .open || (!isBusy && waiting.isEmpty) { cutAfterFlush() }
    }
    context.fireUserInboundEventTriggered(event)
  }

  // MARK: Answering

  private func take(_ work: Work) {
    waiting.append(work)
    drain()
  }

  private func drain() {
    while !isBusy, phase == .open, let work = waiting.popFirst() {
      switch work {
      case .refusal(let response): write(response, to: nil)
      case .request(let request): answer(request)
      }
    }
    continueIfOwed()
  }

  private func answer(_ request: Request) {
    switch core.responder.answer(request) {
    case .now(let response): write(response, to: request)
    case .stream(let last): stream(after: last)
    case .later(let start):
      isBusy = true
      start { response in
        self.isBusy = false
        guard self.phase == .open else { return }
        self.write(response, to: request)
        self.drain()
        self.context?.flush()
        self.readOn()
        if self.inputEnded, !self.isBusy { self.cutAfterFlush() }
      }
    }
  }

  private func readOn() {
    guard heldRead, !isBusy, let context, context.channel.isWritable else { return }
    heldRead = false
    context.read()
  }

  private func continueIfOwed() {
    guard owesContinue, !isBusy, waiting.isEmpty, phase == .open else { return }
    owesContinue = false
    guard receiving != nil, let context else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
  }

  private func write(_ response: Response, to request: Request?) {
    guard let context else { return }
    let closes = response.closes || !(request?.keepsAlive ?? false)
    let length = response.body.readableBytes
    var head = context.channel.allocator.buffer(capacity: 512 + (length <= Self.smallBody ? length : 0))
    head.writeStaticString(response.status.line)
    head.writeString(core.dateField())
    if closes {
      head.writeStaticString("Connection: close\r\n")
    } else if request?.isOldVersion == true {
      head.writeStaticString("Connection: keep-alive\r\n")
    }
    if response.status != .notModified, response.status != .noContent {
      head.writeStaticString("Content-Length: ")
      head.writeString(String(length))
      head.writeStaticString("\r\n")
    }
    if response.isPage { head.writeString(core.streams.sinceField) }
    head.writeImmutableBuffer(response.fields)
    head.writeStaticString("\r\n")
    let hasBody = request?.method != .HEAD && length > 0
    if hasBody, length <= Self.smallBody { head.writeImmutableBuffer(response.body) }
    context.write(wrapOutboundOut(head), promise: nil)
    if hasBody, length > Self.smallBody { context.write(wrapOutboundOut(response.body), promise: nil) }
    if closes { end() }
  }

  private static var tooLarge: Response {
    .text(.contentTooLarge, "The body of the request is too large", closes: true)
  }

  // MARK: Ending

  private func end() {
    phase = .ending
    since = .now()
    waiting.removeAll()
    receiving = nil
    guard let context else { return }
    context.flush()
    if inputEnded { return cutAfterFlush() }
    closeOutput(context) { $0.drained = .now() }
    if heldRead {
      heldRead = false
      context.read()
    }
  }

  private func cutAfterFlush() {
    guard let context else { return }
    phase = .ending
    since = .now()
    context.flush()
    closeOutput(context) { $0.cut() }
  }

  /// Ends our side after what was written, and then does something.
  private func closeOutput(_ context: ChannelHandlerContext, then next: @escaping (Connection) -> Void) {
    let closed = context.eventLoop.makePromise(of: Void.self)
    closed.futureResult.assumeIsolated().whenComplete { _ in next(self) }
    context.close(mode: .output, promise: closed)
  }

  // MARK: Streaming

  private func stream(after last: String?) {
    guard let context else { return }
    phase = .streaming
    waiting.removeAll()
    let head = "HTTP/1.1 200 OK\r\n\(core.dateField())Connection: close\r\n\(LiveStreams.fields)\r\n"
    context.write(wrapOutboundOut(ByteBuffer(string: head)), promise: nil)
    core.streams.open(self, after: last)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      if phase == .streaming { core.streams.resume(self) }
      readOn()
    }
    context.fireChannelWritabilityChanged()
  }

  /// Whether a stream takes more at the moment.
  var isWritable: Bool { context?.channel.isWritable ?? false }

  /// Puts bytes of a stream on their way.
  func write(_ bytes: ByteBuffer) {
    context?.write(wrapOutboundOut(bytes), promise: nil)
  }

  /// Sends what was written.
  func flush() {
    context?.flush()
  }
}
