internal import NIOCore

/// A response, apart from what depends on the connection.
struct Response {
  let status: Status
  /// Header fields, each with its line end; without the length.
  var fields: ByteBuffer
  var body = ByteBuffer()
  /// Whether the connection ends after it.
  var closes = false
  /// Whether it is a page, or says that the client has it: it tells which event was the last before it.
  var isPage = false

  /// A short text for people, with further fields.
  static func text(_ status: Status, _ text: String, fields: String = "", closes: Bool = false) -> Response {
    let type = "Content-Type: \(ContentType.plainText.text)\r\n"
    return Response(
      status: status, fields: ByteBuffer(string: fields + type + ResponseFields.common),
      body: ByteBuffer(string: text + "\n"), closes: closes)
  }

  /// The way to another path.
  static func redirect(_ status: Status, to location: String) -> Response {
    text(status, "This is at \(location)", fields: "Location: \(location)\r\n")
  }
}

/// The status codes that are used.
enum Status: Int {
  case ok = 200
  case noContent = 204
  case partialContent = 206
  case movedPermanently = 301
  case found = 302
  case notModified = 304
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case conflict = 409
  case contentTooLarge = 413
  case unsupportedMediaType = 415
  case rangeNotSatisfiable = 416
  case fieldsTooLarge = 431
  case internalServerError = 500
  case versionNotSupported = 505

  /// The line that a response begins with.
  var line: StaticString {
    switch self {
    case .ok: "HTTP/1.1 200 OK\r\n"
    case .noContent: "HTTP/1.1 204 No Content\r\n"
    case .partialContent: "HTTP/1.1 206 Partial Content\r\n"
    case .movedPermanently: "HTTP/1.1 301 Moved Permanently\r\n"
    case .found: "HTTP/1.1 302 Found\r\n"
    case .notModified: "HTTP/1.1 304 Not Modified\r\n"
    case .badRequest: "HTTP/1.1 400 Bad Request\r\n"
    case .forbidden: "HTTP/1.1 403 Forbidden\r\n"
    case .notFound: "HTTP/1.1 404 Not Found\r\n"
    case .methodNotAllowed: "HTTP/1.1 405 Method Not Allowed\r\n"
    case .requestTimeout: "HTTP/1.1 408 Request Timeout\r\n"
    case .conflict: "HTTP/1.1 409 Conflict\r\n"
    case .contentTooLarge: "HTTP/1.1 413 Content Too Large\r\n"
    case .unsupportedMediaType: "HTTP/1.1 415 Unsupported Media Type\r\n"
    case .rangeNotSatisfiable: "HTTP/1.1 416 Range Not Satisfiable\r\n"
    case .fieldsTooLarge: "HTTP/1.1 431 Request Header Fields Too Large\r\n"
    case .internalServerError: "HTTP/1.1 500 Internal Server Error\r\n"
    case .versionNotSupported: "HTTP/1.1 505 HTTP Version Not Supported\r\n"
    }
  }
}
