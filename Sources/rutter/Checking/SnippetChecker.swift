import Docker
import Markdown
import Notes
import Run
import Source

/// Checks the code in notes.
struct SnippetChecker {
  private let wanted: [[UInt8]]
  private var files: HadolintFiles
  /// The folders of this machine that fences may name.
  private let mounts: [String]

  /// A checker of notes below `root`; rules that are off unless somebody asks for them run if they are among `wanted`.
  init(below root: String, wanting wanted: [RuleID], mounts: [String] = []) {
    self.wanted = wanted.map { Array($0.name.utf8) }
    files = HadolintFiles(below: root)
    self.mounts = mounts
  }

  /// Checks the fences of a note; nothing where none is in a language that is understood.
  mutating func check(_ fences: [Fence], of note: Note) -> Checked? {
    let runs = fences.contains { $0.info.words.contains("run") }
    guard runs || fences.contains(where: \.info.isDockerfile) else { return nil }
    var checked = Checked()
    if runs {
      checked.diagnostics += RunPlan(fences.pageSnippets, page: note.path.address.path, mounts: mounts).diagnostics
    }
    for folder in fences.folders {
      for fence in folder where fence.info.isDockerfile {
        if fence.isPassedOver {
          checked.skippedSnippets += 1
        } else {
          checked.snippets += 1
          checked.diagnostics += check(fence, beside: folder, of: note)
        }
      }
    }
    return checked
  }

  private mutating func check(_ fence: Fence, beside folder: ArraySlice<Fence>, of note: Note) -> [Diagnostic] {
    var surroundings = Surroundings()
    surroundings.isFragment = true
    surroundings.wanted = wanted
    surroundings.ownImages = fence.needs
    surroundings.ignoreFile = folder.file(".dockerignore")
    let file = folder.file(".hadolint.yaml").map { HadolintFile($0) } ?? files.settings(for: note.file)
    surroundings.settings = file.settings
    let found = DockerfileRules.check(fence.content.withoutEllipses, in: surroundings)
    let snippet = Snippet(
      name: fence.info["name"], language: fence.info.language, page: note.path.address.path)
    return fence.judge(found).map { $0.inside(snippet) } + file.diagnostics
  }
}

extension Fence {
  /// The names of the images that other code on the page builds for it: `with=web,tool`.
  fileprivate var needs: [[UInt8]] {
    (info["with"] ?? "").split { $0 == "," || $0 == " " }.map { Array($0.utf8) }
  }

  /// Whether it asks to be left alone. A bad example is meant to be bad.
  fileprivate var isPassedOver: Bool {
    info["skip"] != nil || info.words.contains("skip") || info.isBad
  }

  /// What is worth telling of what was found in it: all of it, unless it is expected to fail.
  ///
  /// Code that is run may also fail then; that is not seen here.
  fileprivate func judge(_ found: [Diagnostic]) -> [Diagnostic] {
    guard info["expect"] == "fail" else { return found }
    let fails = info.words.contains("run") || found.contains { $0.rule.severity == .error }
    return fails ? [] : [SnippetRules.unexpectedSuccess(content.place(SourceRange(at: 0)))]
  }
}

extension ArraySlice<Fence> {
  /// The code of the fence with this title.
  fileprivate func file(_ title: String) -> SourceText? {
    first { $0.info["title"] == title }?.content
  }
}
