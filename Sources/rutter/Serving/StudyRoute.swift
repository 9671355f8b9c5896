import Serve
import Study

/// Where the page to study at keeps its reviews while it is served: in the log beside the notes.
enum StudyRoute {
  /// The address.
  static let address = "/-/study"

  /// GET gives the log; POST adds reviews, a line each, or with `?undo` takes them out, and gives the log that is left.
  static func route(_ file: ReviewFile) -> Route {
    Route(address, get: true, post: true) { request in
      do throws(Failure) {
        if request.isPost { try take(ReviewLog(request.body), isMistake: request.query == "undo", into: file) }
        return RouteResponse(.ok, type: .plainText, body: try file.read().bytes)
      } catch {
        return RouteResponse(.failed, type: .plainText, body: Array("\(error.message)\n".utf8))
      }
    }
  }

  private static func take(_ log: ReviewLog, isMistake: Bool, into file: ReviewFile) throws(Failure) {
    guard !isMistake else { return try file.remove(log.reviews) }
    let known = try file.read()
    // A page that heard no answer sends the same again.
    let new = log.reviews.filter { !known.reviews.contains($0) }
    if !new.isEmpty { try file.append(new) }
  }
}
