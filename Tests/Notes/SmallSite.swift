import Markdown
import Source

@testable import Notes

/// A site in memory: notes by path, as a test writes them.
struct SmallSite {
  let knowledge: KnowledgeBase
  /// The published notes' bodies.
  let bodies: [Body]
  /// The notes' files, by path.
  let texts: [String: [UInt8]]

  /// The site of `notes`, path and text each, and of other files by path. Code is shown where `withCode` says so.
  init(_ notes: [(String, String)], assets: [String] = [], withDrafts: Bool = false, withCode: Bool = false) {
    let reader = NoteReader(settings: Settings()) { _, code, output, _ in
      if withCode { output.append(escaping: code) }
    }
    let read = notes.sorted { $0.0 < $1.0 }.flatMap { path, text in
      reader.read(SourceText(path: path, bytes: Array(text.utf8)), at: ContentPath(path))
    }
    texts = Dictionary(notes.map { ($0.0, Array($0.1.utf8)) }) { _, last in last }
    let index = SiteIndex(
      read.map(\.note), assets: assets.map { Asset(path: $0) }, title: "Site", withDrafts: withDrafts)
    bodies = read.filter { withDrafts || !$0.note.isDraft }.map(\.body)
    knowledge = KnowledgeBase(index, bodies: bodies)
  }

  init(_ notes: KeyValuePairs<String, String>, assets: [String] = [], withDrafts: Bool = false) {
    self.init(notes.map { ($0.key, $0.value) }, assets: assets, withDrafts: withDrafts)
  }

  /// Where the links of a note lead, in words: an address with fragment, a file, `missing` or `as written`.
  func targets(of path: String) -> [String] {
    guard let note = knowledge.index.notesByPath[path] else { return [] }
    return knowledge.targets[note].map { target in
      switch target {
      case .note(let note, let fragment):
        "/" + knowledge.index.addresses[note].path + (fragment.map { "#" + $0 } ?? "")
      case .section(let section): "/" + knowledge.index.sections[section].address.path
      case .asset(let asset): knowledge.index.assets[asset].path
      case .asWritten: "as written"
      case .stub(let topic): "stub " + knowledge.topics[topic].name
      case .made(let page): "/" + page.address.path
      case .missing: "missing"
      }
    }
  }

  /// What all rules say, as `path: rule: message`, by place.
  var findings: [String] {
    Report(NoteRules.all.flatMap { $0.check(knowledge) }).diagnostics.map {
      "\($0.place.path): \($0.rule.id.name): \($0.message)"
    }
  }
}
