import Docker
import Foundation
import Markdown
import Source
import TestSupport
import Testing

@testable import rutter

/// What a fix that calls itself safe must be: its finding is gone, and no other one has come.
///
/// Thousands of Dockerfiles grow out of the examples of the rules' pages, alone and in the fences of notes.
@Suite struct SafeFixTests {
  private static let pages = Repository.files(
    below: Repository.path("content/rules/dockerfile"), extensions: ["md"]
  )
  .filter { $0 != "index.md" }

  /// How many snippets are made of each page: more than 10,000 of all, and as many as you like with `RUTTER_SNIPPETS`.
  private static let snippetsPerPage = Repository.environment("RUTTER_SNIPPETS").flatMap { Int($0) } ?? 90

  private static let examples: [String: [String]] = Dictionary(
    uniqueKeysWithValues: pages.map { page in
      let path = Repository.path("content/rules/dockerfile/\(page)")
      let source = SourceText(path: page, bytes: Repository.bytes(path) ?? [])
      let fences = Document(parsing: source).fences.filter(\.info.isDockerfile)
      return (page, fences.map { String(decoding: $0.content.bytes, as: UTF8.self) })
    })

  private static let mutations = SnippetMutations(
    lines: examples.values.flatMap { $0.flatMap { $0.split(separator: "\n").map(String.init) } }.sorted())

  @Test(arguments: pages) func `a safe fix removes its finding and adds none`(page: String) throws {
    let examples = try #require(Self.examples[page])
    guard !examples.isEmpty else { return }
    var tried = 0
    for var random in Random.series(UInt64(Self.snippetsPerPage)) {
      let original = random.pick(examples)
      let text = random.once(in: 10) ? original : Self.mutations.mutate(original, &random)
      let subject = random.pick(FixSubject.all)
      let (fixes, fault) = SafeFixCheck(subject, text).run()
      tried += fixes
      if let fault {
        Issue.record("\(page), seed \(random.seed): \(fault)\n\(text)")
        return
      }
    }
    print("safe fixes:", page, Self.snippetsPerPage, tried)
  }

  /// Dockerfiles that people wrote, as they are and with a few changes.
  @Test(.needsShared, arguments: ["real", "snippets", "lint_hadolint", "lint_buildkit"])
  func `so it is in what people write`(file: String) throws {
    struct Row: Decodable {
      let dockerfile: String?
      let text: String?
    }
    var tried = 0
    var snippets = 0
    for (number, line) in try Shared.lines("corpus/docker/\(file).jsonl").enumerated() {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      guard let original = row.dockerfile ?? row.text else { continue }
      var random = Random(seed: UInt64(number))
      for text in [original, Self.mutations.mutate(original, &random)] {
        let (fixes, fault) = SafeFixCheck(random.pick(FixSubject.all), text).run()
        snippets += 1
        tried += fixes
        if let fault {
          Issue.record("\(file), line \(number + 1): \(fault)\n\(text)")
          return
        }
      }
    }
    print("safe fixes:", file, snippets, tried)
    #expect(tried > 100)
  }

  /// `--list-rules` says which rules have fixes: each shows it with an example of its page.
  @Test func `a rule says which fixes it has`() {
    var seen: [String: Rule.FixKind] = [:]
    var declared: [String: Rule.FixKind] = [:]
    for rule in DockerfileRules.all { declared[rule.id.name] = rule.fix }
    for text in Self.examples.values.joined() {
      for subject in FixSubject.all {
        for finding in subject.findings(subject.file(text)) {
          guard let fix = finding.fix else { continue }
          #expect(declared[finding.rule.id.name] != nil, "\(finding.rule.id.name) has a fix: \(fix.title)")
          if fix.isSafe || seen[finding.rule.id.name] == nil {
            seen[finding.rule.id.name] = fix.isSafe ? .safe : .unsafe
          }
        }
      }
    }
    let wrong = declared.keys.filter { declared[$0] != seen[$0] }.sorted()
    #expect(wrong.isEmpty, "no example has the fix of \(wrong)")
  }

  @Test func `there are more than ten thousand snippets`() {
    #expect(Self.pages.count * 90 >= 10_000)
  }
}

/// What a snippet is written into.
struct FixSubject: Sendable {
  /// Stands before each of its lines; the first line stands behind `first`.
  let margin: String
  let isNote: Bool

  static let all = [
    FixSubject(margin: "", isNote: false), FixSubject(margin: "", isNote: false), FixSubject(margin: "", isNote: true),
    FixSubject(margin: "   ", isNote: true), FixSubject(margin: "> ", isNote: true),
    FixSubject(margin: "> > ", isNote: true),
  ]

  /// The file with the snippet in it.
  func file(_ text: String) -> [UInt8] {
    guard isNote else { return Array(text.utf8) }
    var lines = ["```dockerfile"] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.append("```")
    let start = margin == "   " ? "1. In a list:\n\n" : "A note.\n\n"
    return Array((start + lines.map { margin + $0 }.joined(separator: "\n") + "\n\nThe end.\n").utf8)
  }

  /// What is wrong with the snippet in such a file.
  func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    let source = SourceText(path: "note.md", bytes: bytes)
    guard isNote else { return DockerfileRules.check(source) }
    var surroundings = Surroundings()
    surroundings.isFragment = true
    return Document(parsing: source).fences.filter(\.info.isDockerfile).flatMap {
      DockerfileRules.check($0.content, in: surroundings)
    }
  }
}

/// Tries all safe fixes of a file, each alone and then all together.
struct SafeFixCheck {
  private let subject: FixSubject
  private let bytes: [UInt8]
  private let before: [Diagnostic]

  init(_ subject: FixSubject, _ text: String) {
    self.subject = subject
    bytes = subject.file(text)
    before = subject.findings(bytes)
  }

  /// How many fixes were tried, and what is wrong with the first that is not safe.
  func run() -> (fixes: Int, fault: String?) {
    var fixes = 0
    for (index, diagnostic) in before.enumerated() where diagnostic.fix?.isSafe ?? false {
      let pass = FixPass([diagnostic], to: bytes, unsafely: false)
      guard pass.count == 1 else { continue }
      fixes += 1
      if let fault = fault(of: pass.bytes, mending: index) { return (fixes, fault) }
    }
    return (fixes, fixes > 0 ? faultOfAll() : nil)
  }

  private func fault(of mended: [UInt8], mending index: Int) -> String? {
    let (fixed, edits) = (before[index], before[index].fix?.edits ?? [])
    let after = subject.findings(mended)
    let words = "\(fixed.rule.id.name) (\(fixed.fix?.title ?? ""))"
    var known = before
    known.remove(at: index)
    for finding in after {
      let place = Self.place(finding.place.range.start, before: edits)
      let same = known.firstIndex { $0.rule.id == finding.rule.id && place.contains($0.place.range.start) }
      guard let same else {
        return "\(words) adds or leaves \(finding.rule.id.name): \(finding.message)\n"
          + String(decoding: mended, as: UTF8.self) + "\n--- was ---"
      }
      known.remove(at: same)
    }
    let count = { (list: [Diagnostic]) in list.count { $0.rule.id == fixed.rule.id } }
    return count(after) < count(before) ? nil : "\(words) leaves its finding"
  }

  /// Where an offset of the mended file lay before.
  private static func place(_ offset: Int, before edits: [Fix.Edit]) -> ClosedRange<Int> {
    var shift = 0
    for edit in edits {
      let start = edit.range.start + shift
      if offset < start { break }
      if offset <= start + edit.text.utf8.count { return edit.range.start...edit.range.end }
      shift += edit.text.utf8.count - edit.range.count
    }
    return offset - shift...offset - shift
  }

  /// What is wrong with mending everything: it must come to an end, and find no more than before.
  private func faultOfAll() -> String? {
    var (mended, found) = (bytes, before)
    var passes = 0
    while true {
      let pass = FixPass(found, to: mended, unsafely: false)
      guard pass.count > 0 else { break }
      passes += 1
      guard passes < 16 else { return "the fixes come to no end" }
      mended = pass.bytes
      found = subject.findings(mended)
    }
    for (rule, count) in Self.counts(found) where count > Self.counts(before)[rule, default: 0] {
      return "all fixes together add \(rule)\n" + String(decoding: mended, as: UTF8.self) + "\n--- was ---"
    }
    return nil
  }

  private static func counts(_ findings: [Diagnostic]) -> [String: Int] {
    findings.reduce(into: [:]) { $0[$1.rule.id.name, default: 0] += 1 }
  }
}
