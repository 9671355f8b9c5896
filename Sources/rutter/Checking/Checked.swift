import Notes
import Source

/// What was looked at, and what was found.
struct Checked: Sendable {
  /// What is wrong, in no particular order.
  var diagnostics: [Diagnostic] = []
  /// The files that were read, in no particular order.
  var files: [String] = []
  /// How many notes were read.
  var notes = 0
  /// How many Dockerfiles were read.
  var dockerfiles = 0
  /// How many pieces of code in notes were checked.
  var snippets = 0
  /// How many were passed over because their fences ask for it.
  var skippedSnippets = 0
  /// How many were run.
  var runSnippets = 0
  /// Which findings make the check fail, for files whose settings say something about it.
  var thresholds: [String: FailureThreshold] = [:]

  /// The links to other sites, if somebody wants them checked.
  var externalLinks: [ExternalLink] = []
  /// How they are checked.
  var linkSettings = ExternalLinkSettings()

  /// The Dockerfiles in which something was found, by path: the report quotes them.
  var sources: [String: [UInt8]] = [:]

  /// Leaves only what belongs to a share of the files; `notes` are the files of all notes that were read.
  mutating func narrow(to shard: Shard, _ notes: [String]) {
    diagnostics.removeAll { !shard.includes($0.place.path) }
    externalLinks.removeAll { !shard.includes($0.place.path) }
    files.removeAll { !shard.includes($0) }
    self.notes = notes.count { shard.includes($0) }
  }

  /// What two parts of the work gave.
  static func + (one: Checked, other: Checked) -> Checked {
    var sum = one
    sum += other
    return sum
  }

  /// Adds what another part of the work gave.
  static func += (sum: inout Checked, part: Checked) {
    sum.diagnostics += part.diagnostics
    sum.files += part.files
    if !part.externalLinks.isEmpty {
      sum.externalLinks += part.externalLinks
      sum.linkSettings = part.linkSettings
    }
    sum.notes += part.notes
    sum.dockerfiles += part.dockerfiles
    sum.snippets += part.snippets
    sum.skippedSnippets += part.skippedSnippets
    sum.runSnippets += part.runSnippets
    if !part.thresholds.isEmpty { sum.thresholds.merge(part.thresholds) { $1 } }
    for (path, bytes) in part.sources { sum.sources[path] = bytes }
  }
}

extension Checked {
  /// What was looked at, in words: `3 notes, 1 Dockerfile and 2 snippets (1 skipped)`.
  var extent: String {
    var parts: [String] = []
    if notes > 0 || dockerfiles == 0 { parts.append(HumanReport.counted(notes, "note")) }
    if dockerfiles > 0 { parts.append(HumanReport.counted(dockerfiles, "Dockerfile")) }
    if snippets + skippedSnippets > 0 {
      let skipped = skippedSnippets > 0 ? " (\(skippedSnippets) skipped)" : ""
      parts.append(HumanReport.counted(snippets, "snippet") + skipped)
    }
    let first = parts.dropLast().joined(separator: ", ")
    return first.isEmpty ? parts.joined() : first + " and " + (parts.last ?? "")
  }
}

/// Which findings make a check fail.
enum FailureThreshold: Sendable, Hashable {
  case atLeast(Severity)
  case never

  /// Whether a finding of this severity does.
  func isReached(by severity: Severity) -> Bool {
    switch self {
    case .atLeast(let least): severity >= least
    case .never: false
    }
  }
}
