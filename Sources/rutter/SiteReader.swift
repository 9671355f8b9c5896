import Glibc
import Markdown
import Notes
import Pages
import Source

/// What reading a site's files gave: notes, where their texts were put, and the other files.
struct ReadSite {
  /// A note's texts, put away until all notes are known.
  struct Text: Sendable {
    let html: BodyStore.Slot
    let holes: [Body.Hole]
    let markdown: BodyStore.Slot
  }

  var notes: [Note] = []
  /// In the order of `notes`; empty when only checking.
  var texts: [Text] = []
  var assets: [Asset] = []
  /// Files that could not be read.
  var problems: [Diagnostic] = []
  /// What is wrong with the code in notes, for those that have some; notes by their place in `notes`.
  private var snippets: [(note: Int, checked: Checked)] = []

  /// What a worker needs.
  private struct Worker {
    let reader: NoteReader
    var snippets: SnippetChecker
  }

  /// Reads all files of a project. The texts are put into `store`, if there is one.
  static func read(
    _ project: Project, jobs: Int, into store: BodyStore?, checkingSnippets: Bool = true
  ) async throws -> ReadSite {
    let files = project.notes
    let (prefix, settings, root) = (project.prefix, project.settings, project.root)
    let readings = try await concurrentMap(
      files.count, jobs: jobs,
      state: {
        Worker(
          reader: NoteReader(settings: settings, code: CodeFigure.write), snippets: SnippetChecker(below: root))
      }
    ) { worker, index throws(Failure) -> Outcome in
      let path = prefix + files[index].path
      let source: SourceText
      do throws(Failure) {
        source = SourceText(path: path, bytes: try FileReader.read(path))
      } catch {
        return .unreadable(FileRules.unreadable(path, error.message))
      }
      let reading = worker.reader.read(source, at: ContentPath(files[index].path))
      let checked = checkingSnippets ? worker.snippets.check(reading.fences, of: reading.note) : nil
      guard let store else { return .note(reading.note, nil, checked) }
      let text = Text(
        html: try store.put(reading.body.html), holes: reading.body.holes, markdown: try store.put(reading.markdown))
      return .note(reading.note, text, checked)
    }

    var site = ReadSite()
    for reading in readings {
      switch reading {
      case .unreadable(let problem): site.problems.append(problem)
      case .note(let note, let text, let checked):
        if let checked { site.snippets.append((site.notes.count, checked)) }
        site.notes.append(note)
        if let text { site.texts.append(text) }
      }
    }
    site.problems += project.tree.problems.map { FileRules.unreadable(prefix + $0.path, $0.message) }
    site.assets = project.assets.map { Asset(path: $0.path, size: imageSize(prefix + $0.path)) }
    return site
  }

  /// What checking the code in notes gave: in all of them, in all but drafts, or in the file `only`.
  func snippets(withDrafts: Bool, of only: String? = nil) -> Checked {
    var sum = Checked()
    for (note, checked) in snippets where withDrafts || !notes[note].isDraft {
      if only == nil || notes[note].file == only { sum += checked }
    }
    return sum
  }

  private enum Outcome: Sendable {
    case note(Note, Text?, Checked?)
    case unreadable(Diagnostic)
  }

  /// The size of an image, from its first bytes.
  private static func imageSize(_ path: String) -> (width: Int, height: Int)? {
    guard Asset.isImage(path) else { return nil }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let head = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    return ImageSize(of: head).map { ($0.width, $0.height) }
  }
}
