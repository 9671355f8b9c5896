import Notes
import Source

/// Checks what the command line names.
struct Checker {
  let options: CheckOptions
  let files: SourceFiles

  /// A checker of files as `files` gives them.
  init(_ options: CheckOptions, files: SourceFiles) {
    self.options = options
    self.files = files
  }

  /// What is wrong with all of them.
  func check(_ targets: [CheckTarget]) async throws -> Checked {
    var checked = Checked()
    var named: [String] = []
    var notes = NamedNotes()
    for target in targets {
      switch target {
      case .folder(let content, let templates, let root):
        checked += try await check(folder: content, templates: templates, below: root)
      case .note(let path, let content, let root):
        if options.includes(path) { notes.add(path, of: content, below: root) }
      case .dockerfile(let path): named.append(path)
      case .standardInput:
        if options.includes(CheckTarget.standardInputName) { checked += try checkStandardInput() }
      }
    }
    for group in notes.groups { checked += try await check(group) }
    // Settings of a file that is named are looked for as far up as its path goes.
    checked += try await check(dockerfiles: named.filter { !$0.hasPrefix("/") }, below: "")
    checked += try await check(dockerfiles: named.filter { $0.hasPrefix("/") }, below: "/")
    return checked
  }

  private func check(folder content: String, templates: String?, below root: String) async throws -> Checked {
    let project = try Project(content: content, templates: templates, root: root, files: files)
    var checked = try await check(project, withDrafts: options.withDrafts)
    let dockerfiles = project.tree.files.filter { DockerfileName.isFound(at: $0.path) }
    checked += try await check(dockerfiles: dockerfiles.map { project.prefix + $0.path }, below: root)
    return checked
  }

  private func check(_ group: NamedNotes.Group) async throws -> Checked {
    let project = try Project(content: group.content, templates: nil, root: group.root, files: files)
    var checked = try await check(project, withDrafts: true, countingOnly: group.files)
    checked.diagnostics.removeAll { !group.files.contains($0.place.path) }
    checked.externalLinks.removeAll { !group.files.contains($0.place.path) }
    checked.notes = group.files.count
    checked.files = group.files.sorted()
    return checked
  }

  /// Checks the notes of a site, its settings and its templates.
  private func check(_ project: Project, withDrafts: Bool, countingOnly only: Set<String>? = nil) async throws
    -> Checked
  {
    guard !project.notes.isEmpty else {
      return Checked(diagnostics: project.problemsWithoutNotes.filter { options.includes($0.place.path) })
    }
    let templateProblems = project.templates == nil ? [] : try project.theme().1
    let store = try BodyStore()
    let read = try await ReadSite.read(
      project, jobs: options.jobs, into: store, checkingSnippets: .wanting(options.wantedRules, in: options.shard))
    let knowledge = try await KnowledgeBase.connect(
      read, in: store, project, withDrafts: withDrafts, jobs: options.jobs)
    let report = try Checks.report(read, knowledge, project, withDrafts: withDrafts)
    var checked = Checked(
      diagnostics: templateProblems + report.diagnostics, files: read.files, notes: read.notes.count)
    if options.takesExternalLinks {
      checked.externalLinks = ExternalLink.all(in: knowledge.notes, project.settings.externalLinks)
      checked.linkSettings = project.settings.externalLinks
    }
    if let shard = options.shard { checked.narrow(to: shard, read.notes.map(\.file)) }
    let snippets = read.snippets(withDrafts: withDrafts, of: only)
    checked.snippets = snippets.snippets
    checked.skippedSnippets = snippets.skippedSnippets
    return checked
  }

  private func check(dockerfiles paths: [String], below root: String) async throws -> Checked {
    let paths = paths.filter(options.includes)
    return try await concurrentMap(
      paths.count, jobs: options.jobs,
      state: { [options, files] in DockerfileChecker(below: root, options, files: files) }
    ) { checker, index throws(Failure) in
      checker.check(paths[index])
    }
    .reduce(into: Checked()) { $0 += $1 }
  }

  private func checkStandardInput() throws(Failure) -> Checked {
    let name = CheckTarget.standardInputName
    let source = SourceText(path: name, bytes: try files.read(name))
    switch options.standardInput {
    case .dockerfile:
      var checker = DockerfileChecker(below: "", options, files: files)
      return checker.check(source)
    case .markdown:
      let readings = NoteReader(settings: Settings()) { _, _, _, _ in }.read(source, at: ContentPath("stdin.md"))
      let index = SiteIndex(readings.map(\.note), assets: [], title: "", withDrafts: true)
      let knowledge = KnowledgeBase(index, bodies: readings.map(\.body))
      var snippets = SnippetChecker(below: "", wanting: options.wantedRules)
      var checked = Checked()
      for reading in readings { checked += snippets.check(reading.fences, of: reading.note) ?? Checked() }
      checked.diagnostics += NoteRules.all.flatMap { $0.check(knowledge) }
      if options.takesExternalLinks {
        checked.externalLinks = ExternalLink.all(in: knowledge.notes, ExternalLinkSettings())
      }
      checked.notes = 1
      checked.files = [name]
      return checked
    }
  }
}

/// Notes that were named one by one, by the site that they are a part of: each site is read once.
private struct NamedNotes {
  struct Group {
    let content: String
    let root: String
    var files: Set<String>
  }

  private(set) var groups: [Group] = []

  mutating func add(_ path: String, of content: String, below root: String) {
    if let known = groups.firstIndex(where: { $0.content == content }) {
      groups[known].files.insert(path)
    } else {
      groups.append(Group(content: content, root: root, files: [path]))
    }
  }
}
