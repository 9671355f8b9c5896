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
  var feed: String?
  /// Where all topics are listed, and those still to be written.
  var map: String?
  var stubs: String?
  /// The script that searches the site, and what tells browsers of it.
  var search: String?
  var openSearch: String?

  static let shape = Shape(
    "site",
    [
      .text("title"), .text("description"), .text("language"), .text("footer"), .text("author"), .text("generator"),
      .text("home"), .text("style"), .text("script"), .text("scheme"), .text("icon"), .text("manifest"), .text("feed"),
      .text("map"), .text("stubs"), .text("search"), .text("openSearch"),
    ])

  var record: Record {
    Record([
      .text(title), Value(description), .text(language), Value(footer), Value(author), .text(generator),
      .text(home), .text(style), .text(script), .text(scheme), .text(icon), Value(manifest), Value(feed), Value(map),
      Value(stubs), Value(search), Value(openSearch),
    ])
  }
}
