/// An address of the server's own, beside the site: `/-/study`.
public struct Route: Sendable {
  /// What a request to it is answered.
  public typealias Answer = @Sendable (RouteRequest) async -> RouteResponse

  /// The path, from the root, whatever the site's base is.
  public let path: String
  /// Whether it takes GET and HEAD.
  public let takesGet: Bool
  /// Whether it takes POST. A page of another origin is refused before the route is asked.
  public let takesPost: Bool
  /// Answers a request.
  public let answer: Answer

  /// A route at a path.
  public init(_ path: String, get: Bool = true, post: Bool = false, answer: @escaping Answer) {
    self.path = path
    takesGet = get
    takesPost = post
    self.answer = answer
  }

  var allowed: String {
    [takesGet ? "GET, HEAD" : nil, takesPost ? "POST" : nil].compactMap { $0 }.joined(separator: ", ")
  }
}

/// A request to a route.
public struct RouteRequest: Sendable {
  /// Whether it is a POST, and not a GET or HEAD.
  public let isPost: Bool
  /// What follows `?` in the address, as it was sent.
  public let query: String?
  /// The type of the body, as the client says.
  public let contentType: String
  /// The whole body of a POST.
  public let body: [UInt8]
}

/// What a route answers.
public struct RouteResponse: Sendable {
  /// How it went.
  public enum Outcome: Sendable {
    case ok, noContent, badRequest, notFound, conflict, unsupportedMediaType, failed
  }

  /// How it went.
  public let outcome: Outcome
  /// What the body is.
  public let type: ContentType
  /// The body; empty with ``Outcome/noContent``.
  public let body: [UInt8]

  /// A response.
  public init(_ outcome: Outcome = .ok, type: ContentType = .plainText, body: [UInt8] = []) {
    self.outcome = outcome
    self.type = type
    self.body = body
  }
}
