import Markdown
import Notes
import Run
import Source

/// What reading one file of notes gave.
enum NoteFile: Sendable {
  /// Its notes, an outline's own being followed by those of its topics, and what checking the code in them gave.
  case notes([(note: Note, text: ReadSite.Text)], Checked?)
  /// It could not be read.
  case unreadable(Diagnostic)

  /// Its notes.
  var notes: [(note: Note, text: ReadSite.Text)] {
    if case .notes(let notes, _) = self { notes } else { [] }
  }
}

/// How the files of a site's notes are read: what all readers have in common.
struct NoteFileReading: Sendable {
  let prefix: String
  let root: String
  let settings: Settings
  let disk: SourceFiles
  let store: BodyStore
  let lock: RunLock
  let checks: ReadSite.SnippetChecks

  /// Reads the files of `project`; their texts are put into `store`.
  init(_ project: Project, into store: BodyStore, checkingSnippets: ReadSite.SnippetChecks) {
    (prefix, root, settings, disk) = (project.prefix, project.root, project.settings, project.files)
    self.store = store
    lock = RunLockFile.read(in: project.content)
    checks = checkingSnippets
  }
}

/// Reads files of notes, one after the other; several may work side by side.
struct NoteFileReader {
  private let reading: NoteFileReading
  private let reader: NoteReader
  private var snippets: SnippetChecker

  init(_ reading: NoteFileReading) {
    self.reading = reading
    reader = NoteReader(settings: reading.settings, code: SnippetWriter.write)
    snippets = SnippetChecker(
      below: reading.root, wanting: reading.checks.wanted, mounts: reading.settings.run.mounts.map(\.name))
  }

  /// Reads the file at `path` below the content folder.
  mutating func read(_ path: String) throws(Failure) -> NoteFile {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try reading.disk.read(reading.prefix + path)
    } catch {
      return .unreadable(FileRules.unreadable(reading.prefix + path, error.message))
    }
    return try read(bytes, at: path)
  }

  /// Reads the bytes of the file at `path` below the content folder.
  mutating func read(_ bytes: [UInt8], at path: String) throws(Failure) -> NoteFile {
    let shown = reading.prefix + path
    let readings = reader.read(SourceText(path: shown, bytes: bytes), at: ContentPath(path))
    var checked: Checked?
    for reading in readings where self.reading.checks.include(shown) {
      guard let found = snippets.check(reading.fences, of: reading.note) else { continue }
      checked = checked.map { $0 + found } ?? found
    }
    let (store, lock) = (reading.store, reading.lock)
    return .notes(
      try readings.map { reading throws(Failure) in (reading.note, try ReadSite.Text(reading, in: store, lock)) },
      checked)
  }
}
