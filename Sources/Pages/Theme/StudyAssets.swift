/// The style and the scripts of the page to study at. Other pages load of them what shows progress, if there is some.
struct StudyAssets: Sendable {
  /// The files that there are.
  private(set) var files: [OutputFile] = []
  private(set) var style = ""
  /// What plans reviews.
  private(set) var memory = ""
  /// What shows how it goes.
  private(set) var charts = ""
  /// What asks.
  private(set) var script = ""
  /// What shows on other pages how well topics are known.
  private(set) var progress = ""

  static let names = ["study.css", "memory.js", "charts.js", "study.js", "progress.js"]

  /// The files that `file` gives for their names.
  init(_ file: (String) -> OutputFile?) {
    let found = Self.names.map(file)
    files = found.compactMap(\.self)
    let paths = found.map { $0?.path ?? "" }
    (style, memory, charts, script, progress) = (paths[0], paths[1], paths[2], paths[3], paths[4])
  }
}
