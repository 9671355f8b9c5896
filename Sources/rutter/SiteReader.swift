import Glibc
import Markdown
import Notes
import Pages
import Run
import Source

/// What reading a site's files gave: notes, where their texts were put, and the other files.
struct ReadSite {
  /// A note's texts, put away until all notes are known.
  struct Text: Sendable {
    let html: BodyStore.Slot
    let holes: [Body.Hole]
    let prose: [Body.Prose]
    let markdown: BodyStore.Slot
    /// When its code was run, by the place of the fence.
    let runStates: [Int: RunState]

    /// Puts a note's texts into `store`.
    init(_ reading: NoteReader.Reading, in store: BodyStore, _ lock: RunLock) throws(Failure) {
      runStates = reading.fences.runStates(onPage: reading.note.path.address.path, lock)
      html = try store.put(reading.body.html)
      (holes, prose) = (reading.body.holes, reading.body.prose)
      markdown = try store.put(reading.markdown)
    }

    /// The note's body, as it was put into `store`.
    func body(in store: BodyStore) -> Body {
      Body(html: store.bytes(html), holes: holes, prose: prose)
    }
  }

  /// By path; an outline's own note is followed by those of its topics.
  var notes: [Note] = []
  /// In the order of `notes`.
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

  /// What is asked of the code in notes.
  enum SnippetChecks: Sendable {
    /// It is not looked at.
    case none
    /// It is checked, also by these rules that are off unless somebody asks for them; in a share of the files, if one is
    /// named.
    case wanting([RuleID], in: Shard? = nil)

    fileprivate var wanted: [RuleID] {
      if case .wanting(let rules, _) = self { rules } else { [] }
    }

    fileprivate func include(_ path: String) -> Bool {
      if case .wanting(_, let shard) = self { shard?.includes(path) ?? true } else { false }
    }
  }

  /// Reads all files of a project. The texts are put into `store`.
  static func read(
    _ project: Project, jobs: Int, into store: BodyStore, checkingSnippets: SnippetChecks = .wanting([])
  ) async throws -> ReadSite {
    let files = project.notes
    let (prefix, settings, root, disk) = (project.prefix, project.settings, project.root, project.files)
    let wanted = checkingSnippets.wanted
    let lock = RunLockFile.read(in: project.content)
    let mounts = settings.run.mounts.map(\.name)
    let readings = try await concurrentMap(
      files.count, jobs: jobs,
      state: {
        Worker(
          reader: NoteReader(settings: settings, code: SnippetWriter.write),
          snippets: SnippetChecker(below: root, wanting: wanted, mounts: mounts))
      }
    ) { worker, index throws(Failure) -> Outcome in
      let path = prefix + files[index].path
      let source: SourceText
      do throws(Failure) {
        source = SourceText(path: path, bytes: try disk.read(path))
      } catch {
        return .unreadable(FileRules.unreadable(path, error.message))
      }
      let readings = worker.reader.read(source, at: ContentPath(files[index].path))
      var checked: Checked?
      for reading in readings where checkingSnippets.include(path) {
        guard let found = worker.snippets.check(reading.fences, of: reading.note) else { continue }
        checked = checked.map { $0 + found } ?? found
      }
      return .notes(
        try readings.map { reading throws(Failure) in (reading.note, try Text(reading, in: store, lock)) }, checked)
    }

    var site = ReadSite()
    for reading in readings {
      switch reading {
      case .unreadable(let problem): site.problems.append(problem)
      case .notes(let read, let checked):
        if let checked { site.snippets.append((site.notes.count, checked)) }
        site.notes += read.map(\.0)
        site.texts += read.map(\.1)
      }
    }
    site.sort()
    site.problems += project.tree.problems.map { FileRules.unreadable(prefix + $0.path, $0.message) }
    site.assets = project.assets.map { Asset(path: $0.path, size: imageSize(prefix + $0.path)) }
    return site
  }

  /// Puts the notes in the order of their paths: an outline's lie among those of other files, which go first.
  private mutating func sort() {
    let order = notes.indices.sorted { one, other in
      (notes[one].path, notes[one].part == nil ? 0 : 1, one) < (
        notes[other].path, notes[other].part == nil ? 0 : 1, other
      )
    }
    guard order != Array(notes.indices) else { return }
    var places = Array(notes.indices)
    for (place, note) in order.enumerated() { places[note] = place }
    (notes, texts) = (order.map { notes[$0] }, order.map { texts[$0] })
    snippets = snippets.map { (places[$0.note], $0.checked) }
  }

  /// The files of the notes.
  var files: [String] { Set(notes.map(\.file)).sorted() }

  /// What checking the code in notes gave: in all of them, in all but drafts, or in the files `only`.
  func snippets(withDrafts: Bool, of only: Set<String>? = nil) -> Checked {
    var sum = Checked()
    for (note, checked) in snippets where withDrafts || !notes[note].isDraft {
      if only?.contains(notes[note].file) ?? true { sum += checked }
    }
    return sum
  }

  /// The texts of the notes that are published.
  func publishedTexts(withDrafts: Bool) -> [Text] {
    withDrafts ? texts : zip(notes, texts).filter { !$0.0.isDraft }.map(\.1)
  }

  private enum Outcome: Sendable {
    case notes([(Note, Text)], Checked?)
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
