import Glibc
import Notes
import Pages
import Run
import Source
import Study

/// A site on the disk: its folders, its settings and what is in it.
struct Project {
  /// The content folder.
  let content: String
  /// How places in the content folder are shown: its path as it was given, with a slash.
  let prefix: String
  /// The folder that the site is: the one around its content folder, or that itself.
  let root: String
  /// The site's own templates, if it has any.
  let templates: String?
  var settings: Settings
  let settingsProblems: [Diagnostic]
  let tree: FileTree
  /// Where its files are read from.
  let files: SourceFiles

  /// Where the site's own templates are, or would be.
  var templatesFolder: String { templates ?? Project.join(root, "templates") }

  var notes: [FileTree.File] { tree.files.filter(\.isNote) }
  var assets: [FileTree.File] {
    let own = [Project.settingsFile, AddressManifest.name, RunLock.fileName, ReviewLog.fileName]
    return tree.files.filter { !$0.isNote && !own.contains($0.path) }
  }

  static let settingsFile = "site.yaml"

  /// The addresses that the site has published before, if somebody keeps them.
  func addressManifest() throws(Failure) -> AddressManifest? {
    guard tree.files.contains(where: { $0.path == AddressManifest.name }) else { return nil }
    let path = prefix + AddressManifest.name
    return AddressManifest(SourceText(path: path, bytes: try files.read(path)))
  }

  /// The site whose notes lie in `content`.
  init(
    content: String, templates: String?, root: String? = nil, baseURL: String? = nil, files: SourceFiles = SourceFiles()
  ) throws(Failure) {
    self.content = content
    self.files = files
    self.root = root ?? content
    prefix = content == "." ? "" : content.hasSuffix("/") ? content : content + "/"
    self.templates = templates
    do {
      tree = try FileTree(content)
    } catch {
      throw Failure(
        "There is no content to read: \(error.message)",
        advice: "Name a folder that has a 'content' folder, or the notes' own folder with --content")
    }
    let file = prefix + Project.settingsFile
    let hasSettings = tree.files.contains { $0.path == Project.settingsFile }
    let source = SourceText(path: file, bytes: hasSettings ? try files.read(file) : [])
    var (settings, problems) = Settings.read(source)
    if let baseURL, !settings.setBaseURL(baseURL) {
      throw Failure("'\(baseURL)' is no address of a site", advice: "Write --base-url as in https://example.org/notes/")
    }
    self.settings = settings
    settingsProblems = SettingsRules.diagnostics(problems, in: source)
  }

  /// The site's folder `site`, with the folders that the command line names in the place of the usual ones.
  static func site(
    _ site: String, content: String?, templates: String?, baseURL: String? = nil
  ) throws(Failure) -> Project {
    let own = join(site, "templates")
    let hasTemplates = unsafe access(own, F_OK) == 0
    return try Project(
      content: content ?? join(site, "content"), templates: templates ?? (hasTemplates ? own : nil),
      root: content == nil ? site : nil, baseURL: baseURL)
  }

  /// What is wrong with the folder as far as it is not a matter of notes.
  var problemsWithoutNotes: [Diagnostic] {
    (root == content ? [] : settingsProblems)
      + tree.problems.filter { DockerfileName.isFound(at: $0.path) }.map {
        FileRules.unreadable(prefix + $0.path, $0.message)
      }
  }

  /// `folder/name`, without a `./` in front.
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The theme: the built-in one with the site's own files.
  func theme() throws(Failure) -> (Theme?, [Diagnostic]) {
    var overrides: [String: SourceText] = [:]
    if let templates {
      for file in try FileTree(templates).files {
        let path = Project.join(templates, file.path)
        overrides[file.path] = SourceText(path: path, bytes: try files.read(path))
      }
    }
    do throws(TemplateProblems) {
      return (try Theme(overrides: overrides), [])
    } catch {
      return (nil, error.diagnostics)
    }
  }
}
