import Serve
import Study

/// Where the page to study at keeps its reviews while it is served: in the log beside the notes.
enum StudyRoute {
  /// The address.
  static let address = "/-/study"

  /// GET gives the log; POST adds reviews, a line each, or with `?undo` takes them out, and gives the log that is left.
  static func route(_ file: ReviewFile) -> Route {
    let reviews = ServedReviews(file: file)
    return Route(address, get: true, post: true) { request in
      do throws(Failure) {
        return RouteResponse(
          .ok, type: .plainText, body: try reviews.change(request.body, isUndo: request.query == "undo"))
      } catch {
        return RouteResponse(.failed, type: .plainText, body: Array("\(error.message)\n".utf8))
      }
    }
  }
}
