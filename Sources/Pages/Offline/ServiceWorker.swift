import Notes
import Source

extension Site {
  /// Where the script lies by which a browser keeps pages: above all that it keeps.
  package static let workerFile = "sw.js"
  /// How many bytes a file may have to be kept before it is asked for.
  private static let longestKept = 1 << 20

  /// The script by which a browser keeps pages to read them without a network; nothing where that is not wanted.
  ///
  /// Its version follows from the files that it keeps from the start, so it changes only with them.
  ///
  /// - Parameter files: The files of a build that are not the notes' own pages.
  package func serviceWorker(keeping files: [OutputFile]) -> [OutputFile] {
    guard isKeptOffline, let script = theme.workerScript else { return [] }
    let kept = files.filter { Self.isKept($0.path) }.sorted { $0.path < $1.path }
    var addresses = [""] + (map.isPublished ? [TopicMap.address.path] : [])
    var contents: [UInt8] = []
    for file in kept {
      contents += Array("\(file.path) \(ContentHash(file.bytes).short)\n".utf8)
      // A reader who never studies is not to load all the cards of a large site.
      guard file.path != SearchFiles.script, file.bytes.count <= Self.longestKept else { continue }
      addresses.append(file.path == MadePage.study.address.file ? MadePage.study.address.path : file.path)
    }
    contents += script
    var list = JSONWriter()
    list.array { list in for address in addresses { list.string(address) } }
    let filled = SearchFiles.fill(
      SearchFiles.fill(script, "@version@", with: ContentHash(contents).short), "\"@files@\"",
      with: list.finish()[...].string)
    return [OutputFile(path: Self.workerFile, bytes: filled)]
  }

  /// Whether a file is part of what every page needs, or names what is: the script that searches names the index.
  private static func isKept(_ path: String) -> Bool {
    path.hasPrefix("assets/") || path == manifestFile || path == SearchFiles.script
      || (path.hasPrefix(StudyFiles.folder) && !path.hasSuffix(".js"))
  }
}
