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

  /// Reads all files of a project. The texts are put into `store`, if there is one.
  static func read(_ project: Project, jobs: Int, into store: BodyStore?) async throws -> ReadSite {
    let files = project.notes
    let (prefix, settings) = (project.prefix, project.settings)
    let readings = try await concurrentMap(
      files.count, jobs: jobs, state: { NoteReader(settings: settings, code: CodeFigure.write) }
    ) { reader, index throws(Failure) -> Outcome in
      let path = prefix + files[index].path
      let source: SourceText
      do throws(Failure) {
        source = SourceText(path: path, bytes: try FileReader.read(path))
      } catch {
        return .unreadable(FileRules.unreadable(path, error.message))
      }
      let reading = reader.read(source, at: ContentPath(files[index].path))
      guard let store else { return .note(reading.note, nil) }
      let text = Text(
        html: try store.put(reading.body.html), holes: reading.body.holes, markdown: try store.put(reading.markdown))
      return .note(reading.note, text)
    }

    var site = ReadSite()
    for reading in readings {
      switch reading {
      case .unreadable(let problem): site.problems.append(problem)
      case .note(let note, let text):
        site.notes.append(note)
        if let text { site.texts.append(text) }
      }
    }
    site.problems += project.tree.problems.map { FileRules.unreadable(prefix + $0.path, $0.message) }
    site.assets = project.assets.map { Asset(path: $0.path, size: imageSize(prefix + $0.path)) }
    return site
  }

  private enum Outcome: Sendable {
    case note(Note, Text?)
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
