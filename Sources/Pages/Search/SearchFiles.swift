import Search
import Source

/// The files that a search reads, below the site.
enum SearchFiles {
  /// The folder that they lie in.
  static let folder = "search/"
  /// The one that has the same name in every build; it knows the names of the others.
  static let script = folder + "search.js"
}
