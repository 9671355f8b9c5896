import Search
import Source

/// The files that those who study read, below the site.
enum StudyFiles {
  /// The folder that they lie in.
  static let folder = "study/"
  /// The one that has the same name in every build; it knows the name of the others.
  static let script = folder + "study.js"
}

extension Site {
  /// What a build writes for those who study: the cards, the same as a script for pages on a disk, and the theme's script.
  ///
  /// - Parameter cards: All cards, as JSON.
  package func studyFiles(cards: [UInt8]) -> [OutputFile] {
    let name = "cards-\(ContentHash(cards).short).json"
    var files = [
      OutputFile(path: StudyFiles.folder + name, bytes: cards),
      OutputFile(
        path: StudyFiles.folder + ScriptTwin.name(of: name), bytes: ScriptTwin.script(name: name, bytes: cards)),
    ]
    if let script = theme.studyScript {
      files.append(
        OutputFile(path: StudyFiles.script, bytes: SearchFiles.fill(script, "@cards@", with: name)))
    }
    return files
  }
}
