import Glibc
import Markdown
import Notes
import Pages
import Source
import Study

/// Renders a site's pages and writes them into the output folder.
struct SitePublisher: Sendable {
  let edition: Edition
  let folder: OutputFolder
  let jobs: Int

  /// Publishes everything, and removes what is no longer part of the site.
  func publish(_ timings: inout Timings) async throws {
    let files = site.files()
    let all = paths(files)
    try folder.announce(all)
    timings.end("plan")
    let texts = try await pages()
    timings.end("pages")
    let search = try search(texts.search, after: all)
    timings.end("search")
    let study = try study(texts.cards, after: all + search.map(\.path))
    timings.end("study")
    let worker = site.serviceWorker(keeping: files + search + study)
    let made = (search + study + worker).map(\.path)
    try folder.announce(worker.map(\.path), after: all + (search + study).map(\.path))
    try await assets()
    for file in files + worker { try folder.write(file.path, file.bytes) }
    try fullText()
    try graph()
    try folder.prune(keeping: all + made)
    timings.end("files")
  }

  private var site: Site { edition.site }

  private func paths(_ files: [OutputFile]) -> [String] {
    site.pages.map(site.file(of:)) + site.knowledge.notes.indices.map(site.markdownFile(of:))
      + site.knowledge.index.assets.map(\.path) + files.map(\.path) + [Edition.fullTextFile]
      + (edition.hasOwnGraph ? [] : [Edition.graphFile])
  }

  /// What is kept of the notes' texts while their pages are written, by note.
  private struct Texts {
    var search: [PageText] = []
    var cards: [[WrittenText]]
  }

  /// Writes all pages, and gives what a search and the cards learn from the texts.
  private func pages() async throws -> Texts {
    let read = try await concurrentMap(site.pages.count, jobs: jobs, state: {}) {
      _, number throws(Failure) -> (note: Int, text: PageText?, cards: [WrittenText])? in
      let page = site.pages[number]
      guard case .note(let note) = page else {
        try folder.write(site.file(of: page), edition.page(page, body: edition.body))
        return nil
      }
      let own = edition.body(note)
      try folder.write(site.file(of: page), edition.page(page) { $0 == note ? own : edition.body($0) })
      try folder.write(site.markdownFile(of: note), edition.markdown(note))
      return (note, site.isSearchable ? PageText(own, of: note, in: site.knowledge) : nil, edition.cards(note))
    }
    let notes = read.compactMap(\.self).sorted { $0.note < $1.note }
    return Texts(search: notes.compactMap(\.text), cards: notes.map(\.cards))
  }

  /// Writes what a search reads, and gives the files: what is in them is known only now, and so are their names.
  private func search(_ texts: [PageText], after announced: [String]) throws(Failure) -> [OutputFile] {
    guard site.isSearchable else { return [] }
    let files = site.searchFiles(texts)
    let names = files.map(\.path)
    try folder.announce(names, after: announced)
    for file in files { try folder.write(file.path, file.bytes) }
    return files
  }

  /// Writes what those read who study, and gives the files.
  private func study(_ texts: [[WrittenText]], after announced: [String]) throws(Failure) -> [OutputFile] {
    let files = edition.studyFiles(texts)
    try folder.announce(files.map(\.path), after: announced)
    for file in files { try folder.write(file.path, file.bytes) }
    return files
  }

  private func assets() async throws {
    let assets = site.knowledge.index.assets
    _ = try await concurrentMap(assets.count, jobs: jobs, state: {}) { _, number throws(Failure) in
      let path = assets[number].path
      try folder.write(path, edition.asset(path))
    }
  }

  private func fullText() throws(Failure) {
    try folder.stream(Edition.fullTextFile) { stream throws(Failure) in
      try edition.fullText { piece throws(Failure) in try stream.append(piece) }
    }
  }

  private func graph() throws(Failure) {
    guard !edition.hasOwnGraph else { return }
    try folder.stream(Edition.graphFile) { stream throws(Failure) in
      try edition.graph { piece throws(Failure) in try stream.append(piece) }
    }
  }
}
