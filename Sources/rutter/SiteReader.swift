import Glibc
import Markdown
import Notes
import Pages
import Run
import Source

/// What reading a site's files gave: notes, where their texts were put, and the other files.
struct ReadSite: Sendable {
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

  /// What is asked of the code in notes.
  enum SnippetChecks: Sendable {
    /// It is not looked at.
    case none
    /// It is checked, also by these rules that are off unless somebody asks for them; in a share of the files, if one is
    /// named.
    case wanting([RuleID], in: Shard? = nil)

    var wanted: [RuleID] {
      if case .wanting(let rules, _) = self { rules } else { [] }
    }

    func include(_ path: String) -> Bool {
      if case .wanting(_, let shard) = self { shard?.includes(path) ?? true } else { false }
    }
  }

  /// Reads all files of a project. The texts are put into `store`.
  static func read(
    _ project: Project, jobs: Int, into store: BodyStore, checkingSnippets: SnippetChecks = .wanting([])
  ) async throws -> ReadSite {
    let paths = project.notes.map(\.path)
    let reading = NoteFileReading(project, into: store, checkingSnippets: checkingSnippets)
    let files = try await concurrentMap(paths.count, jobs: jobs, state: { NoteFileReader(reading) }) {
      reader, index throws(Failure) in try reader.read(paths[index])
    }
    return ReadSite(files, of: project, assets: assets(of: project))
  }

  /// Puts together what reading the files of a project gave, in the order of its notes.
  init(_ files: some Sequence<NoteFile>, of project: Project, assets: [Asset]) {
    for file in files {
      switch file {
      case .unreadable(let problem): problems.append(problem)
      case .notes(let read, let checked):
        if let checked { snippets.append((notes.count, checked)) }
        notes += read.map(\.note)
        texts += read.map(\.text)
      }
    }
    sort()
    problems += project.tree.problems.map { FileRules.unreadable(project.prefix + $0.path, $0.message) }
    self.assets = assets
  }

  /// The files of a project that are published as they are.
  static func assets(of project: Project) -> [Asset] {
    project.assets.map { Asset(path: $0.path, size: imageSize(project.prefix + $0.path)) }
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
