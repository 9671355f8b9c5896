internal import NIOCore
internal import NIOHTTP1

/// Which response a file makes under the conditions of a request: whole, in part, or none because the client has it.
enum Conditions {
  /// The response that carries a file.
  static func respond(_ file: PreparedFile, to request: Request) -> Response {
    let chosen = request.range == nil && request.acceptsGzip ? file.gzip ?? file.identity : file.identity
    if request.has(chosen.tag) {
      let varying = file.gzip != nil || file.mayBeCompressed ? "Vary: Accept-Encoding\r\n" : ""
      let fields = "ETag: \(chosen.tag)\r\n\(varying)\(ResponseFields.common)"
      return Response(status: .notModified, fields: ByteBuffer(string: fields), isPage: file.isPage)
    }
    if let range = request.range, request.method == .GET, request.ifRange.map({ $0 == chosen.tag }) ?? true {
      if let part = part(range, of: chosen) { return part }
    }
    return Response(status: .ok, fields: chosen.fields, body: chosen.body, isPage: file.isPage)
  }

  /// The response that carries the page for what is missing.
  static func respondNotFound(_ file: PreparedFile, compressed: Bool) -> Response {
    let chosen = compressed ? file.gzip ?? file.identity : file.identity
    return Response(status: .notFound, fields: chosen.fields, body: chosen.body, isPage: file.isPage)
  }

  /// Nil where the whole is to be sent.
  private static func part(_ range: String, of file: PreparedFile.Representation) -> Response? {
    let length = file.body.readableBytes
    switch ByteRange(range, of: length) {
    case .whole: return nil
    case .unsatisfiable:
      return .text(.rangeNotSatisfiable, "The file has \(length) bytes", fields: "Content-Range: bytes */\(length)\r\n")
    case .part(let part):
      var response = Response(status: .partialContent, fields: file.fields)
      response.fields.writeString("Content-Range: bytes \(part.lowerBound)-\(part.upperBound - 1)/\(length)\r\n")
      response.body =
        file.body.getSlice(at: file.body.readerIndex + part.lowerBound, length: part.count) ?? ByteBuffer()
      return response
    }
  }
}
