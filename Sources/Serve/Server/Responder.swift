internal import NIOCore
internal import NIOHTTP1
internal import Source

/// Decides what a request is answered.
final class Responder {
  /// An answer to a request.
  enum Answer {
    case now(Response)
    /// It has to be made; the function is given what to do with it.
    case later((@escaping (Response) -> Void) -> Void)
    /// A stream of events, from after the one with that id.
    case stream(after: String?)
  }

  private enum Place {
    case file(String)
    case elsewhere(Status, String)
    case nowhere
  }

  private static let mostPlaces = 4_096

  private let table: SiteTable
  private let policy: HostPolicy
  private let routes: [String: Route]
  private let loop: any EventLoop
  /// Which file a target stands for, as long as the version is the same.
  private var files: [String: String] = [:]
  /// The host that was named last and allowed: on a connection it is always the same.
  private var knownHost = ""

  init(_ table: SiteTable, _ policy: HostPolicy, routes: [Route], on loop: any EventLoop) {
    self.table = table
    self.policy = policy
    self.routes = Dictionary(routes.map { ($0.path, $0) }) { first, _ in first }
    self.loop = loop
  }

  /// Takes another version of the site.
  func publish(_ version: SiteVersion, changed: ChangedFiles) {
    table.publish(version, changed: changed)
    files = [:]
  }

  /// What a request is answered.
  func answer(_ request: Request) -> Answer {
    if let refusal = refusal(ofHost: request) { return .now(refusal) }
    let isRead = request.method == .GET || request.method == .HEAD
    if isRead, let file = files[request.target] { return send(file, request) }
    guard let target = try? RequestTarget(request.target) else {
      return .now(.text(.badRequest, "This is not an address of a page"))
    }
    if let authority = target.authority, !policy.allows(authority: authority) { return .now(Self.foreignHost) }
    if target.path == LiveReload.path { return stream(request, target) }
    if let route = routes[target.path] { return ask(route, request, target) }
    if target.path.hasPrefix("/-/") { return .now(.text(.notFound, "There is nothing at this address")) }
    guard isRead else { return .now(Self.notAllowed("GET, HEAD")) }
    switch place(of: target) {
    case .file(let file):
      if files.count >= Self.mostPlaces { files = [:] }
      files[request.target] = file
      return send(file, request)
    case .elsewhere(let status, let location): return .now(.redirect(status, to: location))
    case .nowhere: return sendNotFound(request)
    }
  }

  private func refusal(ofHost request: Request) -> Response? {
    guard let host = request.host, !request.hasTwoHosts else {
      // A client of HTTP/1.0 need not name the host, and no browser is one.
      let isFine = request.isOldVersion && !request.hasTwoHosts
      return isFine ? nil : .text(.badRequest, "A request names its host, once", closes: true)
    }
    if host == knownHost { return nil }
    guard policy.allows(authority: host) else { return Self.foreignHost }
    knownHost = host
    return nil
  }

  // MARK: Files

  private func place(of target: RequestTarget) -> Place {
    let version = table.version
    guard target.path.hasPrefix(version.base) else {
      if target.path == "/" { return .elsewhere(.found, Self.location(version.base, target.query)) }
      let isBase = target.path + "/" == version.base
      return isBase ? .elsewhere(.movedPermanently, Self.location(version.base, target.query)) : .nowhere
    }
    let path = String(target.path.dropFirst(version.base.count))
    let isFolder = path.isEmpty || path.hasSuffix("/")
    let file = isFolder ? path + "index.html" : path
    if version.holds(file) {
      return target.isTidy ? .file(file) : .elsewhere(.movedPermanently, Self.location(target.path, target.query))
    }
    if !isFolder, version.holds(path + "/index.html") {
      return .elsewhere(.movedPermanently, Self.location(target.path + "/", target.query))
    }
    return .nowhere
  }

  /// An address for a `Location` field, which holds nothing that could end the field.
  private static func location(_ path: String, _ query: String?) -> String {
    let isPlain = query?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ?? false
    return PercentEncoding.encode(path: path) + (isPlain ? "?" + (query ?? "") : "")
  }

  private func send(_ file: String, _ request: Request) -> Answer {
    let compressed = request.range == nil && request.acceptsGzip
    if let prepared = table.prepared(file, compressed: compressed) {
      return .now(Conditions.respond(prepared, to: request))
    }
    return .later { [self] done in
      table.prepare(file, compressed: compressed).assumeIsolated().whenSuccess { prepared in
        if let prepared { return done(Conditions.respond(prepared, to: request)) }
        switch self.sendNotFound(request) {
        case .now(let response): done(response)
        case .later(let start): start(done)
        case .stream: break
        }
      }
    }
  }

  /// The site's own page for what is missing.
  private func sendNotFound(_ request: Request) -> Answer {
    let plain = Response.text(.notFound, "There is no page at this address")
    let file = "404.html"
    guard table.version.holds(file) else { return .now(plain) }
    let compressed = request.acceptsGzip
    if let prepared = table.prepared(file, compressed: compressed) {
      return .now(Conditions.respondNotFound(prepared, compressed: compressed))
    }
    return .later { [table] done in
      table.prepare(file, compressed: compressed).assumeIsolated().whenSuccess { prepared in
        done(prepared.map { Conditions.respondNotFound($0, compressed: compressed) } ?? plain)
      }
    }
  }

  // MARK: The server's own addresses

  private func stream(_ request: Request, _ target: RequestTarget) -> Answer {
    guard request.method == .GET || request.method == .HEAD else { return .now(Self.notAllowed("GET, HEAD")) }
    if isForeign(request) { return .now(Self.foreignOrigin) }
    guard request.method == .GET else {
      return .now(Response(status: .ok, fields: ByteBuffer(string: LiveStreams.fields)))
    }
    let since = target.query.flatMap { $0.hasPrefix("since=") ? String($0.dropFirst(6)) : nil }
    return .stream(after: request.lastEventID ?? since)
  }

  private func ask(_ route: Route, _ request: Request, _ target: RequestTarget) -> Answer {
    let isPost = request.method == .POST
    let isRead = request.method == .GET || request.method == .HEAD
    guard isPost ? route.takesPost : isRead && route.takesGet else { return .now(Self.notAllowed(route.allowed)) }
    if isForeign(request) { return .now(Self.foreignOrigin) }
    let asked = RouteRequest(
      isPost: isPost, query: target.query, contentType: request.contentType, body: Array(request.body.readableBytesView)
    )
    return .later { [loop] done in
      let made = loop.makeFutureWithTask { await route.answer(asked) }
      made.assumeIsolated().whenSuccess { done(Response($0)) }
    }
  }

  /// Whether a page of another origin made the browser ask.
  private func isForeign(_ request: Request) -> Bool {
    if let origin = request.origin { return !policy.allows(origin: origin, authority: request.host ?? "") }
    return request.site == "cross-site" || request.site == "same-site"
  }

  private static func notAllowed(_ methods: String) -> Response {
    .text(.methodNotAllowed, "This address takes \(methods)", fields: "Allow: \(methods)\r\n")
  }

  private static var foreignHost: Response {
    .text(.forbidden, "This host is not served here. Ask by the address that was printed, or allow this name")
  }

  private static var foreignOrigin: Response {
    .text(.forbidden, "Only pages of this server may do that")
  }
}

extension Response {
  /// What a route answered.
  init(_ answer: RouteResponse) {
    let status: Status =
      switch answer.outcome {
      case .ok: .ok
      case .noContent: .noContent
      case .badRequest: .badRequest
      case .notFound: .notFound
      case .conflict: .conflict
      case .unsupportedMediaType: .unsupportedMediaType
      case .failed: .internalServerError
      }
    let fields = "Content-Type: \(answer.type.text)\r\n" + ResponseFields.common
    self.init(status: status, fields: ByteBuffer(string: fields), body: ByteBuffer(bytes: answer.body))
  }
}
