import Notes
import Run
import Study

/// What changes on the disk mean for a site.
struct TouchedFiles: Sendable {
  /// Paths below the content folder that may have other bytes.
  var content: [String] = []
  /// Whether files came, went or were renamed, or one that is published as it is has changed.
  var isTreeTouched = false
  /// Whether the notes have to be read again for another reason than their own bytes.
  var isReadingTouched = false
  /// Whether the templates may have changed.
  var areTemplatesTouched = false
  /// Whether nobody knows what has changed.
  var isEverythingTouched = false

  /// Nothing that matters.
  var isEmpty: Bool {
    content.isEmpty && !isTreeTouched && !isReadingTouched && !areTemplatesTouched && !isEverythingTouched
  }

  /// Sorts out the paths at which something happened.
  ///
  /// - Parameter isNote: Whether a path below the content folder is a note's that is known.
  init(_ paths: some Sequence<String>, in project: Project, isNote: (String) -> Bool) {
    for path in paths {
      if Self.path(path, below: project.templatesFolder) != nil { areTemplatesTouched = true }
      guard let inner = Self.path(path, below: project.content) else { continue }
      add(inner, isNote: isNote(inner))
    }
  }

  private mutating func add(_ path: String, isNote: Bool) {
    // Reviews change nothing that is published.
    guard path != ReviewLog.fileName else { return }
    // The folder itself may have come back as another one.
    guard !path.isEmpty else {
      isEverythingTouched = true
      return
    }
    let name = path.split(separator: "/").last ?? ""
    if path == Project.settingsFile || path == RunLock.fileName || name.hasPrefix(".hadolint.") {
      isReadingTouched = true
      isTreeTouched = true
    } else if !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }), !name.hasSuffix("~") {
      content.append(path)
      if !isNote { isTreeTouched = true }
    }
  }

  /// The part of a path below a folder; empty for the folder itself.
  private static func path(_ path: String, below folder: String) -> String? {
    if path == folder { return "" }
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
