/// What every page says about the site, with addresses as that page must write them.
struct SiteModel: Sendable {
  var title: String
  var description: String?
  var language: String
  var footer: String?
  var author: String?
  var generator: String
  var home: String
  var style: String
  var script: String
  var scheme: String
  var icon: String
  var manifest: String?
  /// The script by which browsers keep pages.
  var worker: String?
  var feed: String?
  /// Where all topics are listed, and those still to be written.
  var map: String?
  var stubs: String?
  /// The page to study at, and what shows on other pages how well topics are known: a script and its style.
  var study: String?
  var progress: String?
  var studyStyle: String?
  /// The script that searches the site, and what tells browsers of it.
  var search: String?
  var openSearch: String?

  static let shape = Shape(
    "site",
    [
      .text("title"), .text("description"), .text("language"), .text("footer"), .text("author"), .text("generator"),
      .text("home"), .text("style"), .text("script"), .text("scheme"), .text("icon"), .text("manifest"),
      .text("worker"), .text("feed"), .text("map"), .text("stubs"), .text("study"), .text("progress"),
      .text("studyStyle"), .text("search"), .text("openSearch"),
    ])

  var record: Record {
    Record([
      .text(title), Value(description), .text(language), Value(footer), Value(author), .text(generator),
      .text(home), .text(style), .text(script), .text(scheme), .text(icon), Value(manifest), Value(worker), Value(feed),
      Value(map),
      Value(stubs), Value(study), Value(progress), Value(studyStyle), Value(search), Value(openSearch),
    ])
  }
}
