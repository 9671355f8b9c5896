import Glibc
import Markdown
import Notes
import Pages
import Source

/// Renders a site's pages and writes them into the output folder.
struct SitePublisher: Sendable {
  let site: Site
  let texts: [ReadSite.Text]
  let store: BodyStore
  let folder: OutputFolder
  let content: String
  let jobs: Int

  /// Publishes everything, and removes what is no longer part of the site.
  func publish(_ timings: inout Timings) async throws {
    let files = site.files()
    let all = paths(files)
    try folder.announce(all)
    timings.end("plan")
    let texts = try await pages()
    timings.end("pages")
    let search = try search(texts, after: all)
    timings.end("search")
    try await assets()
    for file in files { try folder.write(file.path, file.bytes) }
    try fullText()
    try graph()
    try folder.prune(keeping: all + search)
    timings.end("files")
  }

  private static let fullTextFile = "llms-full.txt"
  private static let graphFile = "graph.json"
  /// Whether a file of the site's own is in the place of the graph.
  private var hasOwnGraph: Bool { site.knowledge.index.assets.contains { $0.path == Self.graphFile } }

  private func paths(_ files: [OutputFile]) -> [String] {
    site.pages.map(site.file(of:)) + site.knowledge.notes.indices.map(site.markdownFile(of:))
      + site.knowledge.index.assets.map(\.path) + files.map(\.path) + [Self.fullTextFile]
      + (hasOwnGraph ? [] : [Self.graphFile])
  }

  private func body(_ note: Int) -> Body {
    texts[note].body(in: store).marking(site.knowledge.mentions[note])
  }

  /// Writes all pages, and gives what a search learns from the texts, by note.
  private func pages() async throws -> [PageText] {
    let read = try await concurrentMap(site.pages.count, jobs: jobs, state: {}) {
      _, number throws(Failure) -> (note: Int, text: PageText)? in
      let page = site.pages[number]
      guard case .note(let note) = page else {
        try write(page, body: body)
        return nil
      }
      let own = body(note)
      try write(page) { $0 == note ? own : body($0) }
      var markdown = ByteWriter(capacity: 1 << 14)
      site.markdown(of: note, store.bytes(texts[note].markdown), into: &markdown)
      try folder.write(site.markdownFile(of: note), markdown.finish())
      return site.isSearchable ? (note, PageText(own, of: note, in: site.knowledge)) : nil
    }
    return read.compactMap(\.self).sorted { $0.note < $1.note }.map(\.text)
  }

  private func write(_ page: Page, body: (Int) -> Body) throws(Failure) {
    var output = ByteWriter(capacity: 1 << 15)
    site.render(page, into: &output, body: body)
    try folder.write(site.file(of: page), output.finish())
  }

  /// Writes what a search reads, and gives the names of the files: what is in them is known only now, and so are these.
  private func search(_ texts: [PageText], after announced: [String]) throws(Failure) -> [String] {
    guard site.isSearchable else { return [] }
    let files = site.searchFiles(texts)
    let names = files.map(\.path)
    try folder.announce(names, after: announced)
    for file in files { try folder.write(file.path, file.bytes) }
    return names
  }

  private func assets() async throws {
    let assets = site.knowledge.index.assets
    _ = try await concurrentMap(assets.count, jobs: jobs, state: {}) { _, number throws(Failure) in
      let path = assets[number].path
      try folder.write(path, FileReader.read(Project.join(content, path)))
    }
  }

  /// All notes in one file, a piece at a time.
  private func fullText() throws(Failure) {
    try folder.stream(Self.fullTextFile) { stream throws(Failure) in
      var output = ByteWriter(capacity: 1 << 20)
      for note in site.knowledge.notes.indices {
        site.fullText(of: note, store.bytes(texts[note].markdown), into: &output)
        guard output.count > 1 << 19 else { continue }
        try stream.append(output.bytes)
        output.removeAll()
      }
      try stream.append(output.finish())
    }
  }

  /// How the topics are connected, a piece at a time.
  private func graph() throws(Failure) {
    guard !hasOwnGraph else { return }
    try folder.stream(Self.graphFile) { stream throws(Failure) in
      try GraphJSON.write(site.knowledge) { piece throws(Failure) in try stream.append(piece) }
    }
  }
}
