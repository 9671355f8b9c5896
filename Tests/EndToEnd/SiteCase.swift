import Foundation
import TestSupport
import Testing

/// A site as one text: its files, the commands that are run on it, and what must come out. See `Sites/README.md`.
struct SiteCase: Sendable, CustomTestStringConvertible {
  /// The archive's file.
  let name: String
  private let archive: TextArchive

  var testDescription: String { name }

  /// The archives in `Sites`.
  static let all: [SiteCase] = {
    let folder = Repository.path("Tests/EndToEnd/Sites")
    return Repository.files(below: folder, extensions: ["txtar"]).map { name in
      SiteCase(name: name, archive: TextArchive(Repository.text(folder + "/" + name) ?? ""))
    }
  }()

  /// Writes the site, runs the commands and compares.
  func run() throws {
    try TemporaryFolder.with { folder in
      var site = SiteRun(folder: folder, name: name)
      for section in archive.sections { try site.perform(section) }
      site.finish()
    }
  }
}

/// A site archive under way.
struct SiteRun {
  let folder: TemporaryFolder
  let name: String
  private var outcome: Command.Outcome?
  private var line = ""
  private var isExitExpected = false

  init(folder: TemporaryFolder, name: String) {
    self.folder = folder
    self.name = name
  }

  /// Does what a section asks for.
  mutating func perform(_ section: TextArchive.Section) throws {
    if section.name.hasPrefix("$ ") {
      try run(String(section.name.dropFirst(2)))
      return
    }
    let (path, verb) = Self.split(section.name)
    if try prepare(path, verb, section.content) { return }
    if path == "exit" {
      isExitExpected = true
      let exit = outcome.map { "\($0.exit)" } ?? "nothing"
      if exit != trimmed(section.content) { fail("ended with \(exit)", section) }
    } else if path == "public", verb == "files" {
      expectSame(folder.files(below: "public").joined(separator: "\n") + "\n", section.content, title(section))
    } else {
      expect(path, verb, section)
    }
  }

  /// Checks the last command's exit where no section did.
  func finish() {
    guard let outcome, !isExitExpected else { return }
    if outcome.exit != 0 {
      Issue.record("\(name), '\(line)' ended with \(outcome.exit):\n\(outcome.errors)\(outcome.output)")
    }
  }

  private mutating func run(_ line: String) throws {
    finish()
    self.line = line
    isExitExpected = false
    let outcome = try Command(shell: line, in: folder.path, environment: Rutter.environment).run(seconds: 120)
    if outcome.timedOut { Issue.record("\(name), '\(line)' does not end") }
    self.outcome = outcome
  }

  /// Sections that change the site; false for those that expect something.
  private func prepare(_ path: String, _ verb: String, _ content: String) throws -> Bool {
    let words = verb.split(separator: " ")
    switch words.first {
    case "write": try folder.write(content, to: path)
    case nil where outcome == nil: try folder.write(content, to: path)
    case "link": try folder.link(path, to: trimmed(content))
    case "folder": try folder.makeFolder(path)
    case "remove": try folder.remove(path)
    case "hex": try folder.write(Self.bytes(hex: content), to: path)
    case "repeat":
      let count = words.count > 1 ? Int(words[1]) ?? 0 : 0
      try folder.write(String(repeating: String(content.dropLast()), count: count), to: path)
    default: return false
    }
    return true
  }

  private func expect(_ path: String, _ verb: String, _ section: TextArchive.Section) {
    let actual = text(of: path)
    let lines = section.content.split(separator: "\n").map(String.init)
    switch verb {
    case "missing":
      if actual != nil { fail("is there", section) }
    case "":
      expectSame(actual ?? "(missing)", section.content, title(section))
    case "contains":
      let missing = lines.filter { actual?.contains($0) != true }
      if !missing.isEmpty { fail("lacks \(quoted(missing)):\n\((actual ?? "(missing)").prefix(3_000))", section) }
    case "lacks":
      let found = lines.filter { actual?.contains($0) != false }
      if !found.isEmpty { fail("contains \(quoted(found))", section) }
    default:
      fail("is no section that Sites/README.md knows", section)
    }
  }

  private func text(of path: String) -> String? {
    switch path {
    case "stdout": outcome?.output
    case "stderr": outcome?.errors
    default: folder.text(path)
    }
  }

  private func title(_ section: TextArchive.Section) -> String {
    "\(name), '\(line)', -- \(section.name) --"
  }

  private func fail(_ what: String, _ section: TextArchive.Section) {
    let isSaid = section.name.hasPrefix("stdout: contains")
    let said = outcome.map { "\nThe command said:\n" + ($0.errors + $0.output).prefix(2_000) } ?? ""
    Issue.record("\(title(section)) \(what)\(isSaid ? "" : said)")
  }

  private static func split(_ name: String) -> (path: String, verb: String) {
    guard let colon = name.range(of: ": ") else { return (name, "") }
    return (String(name[..<colon.lowerBound]), String(name[colon.upperBound...]))
  }

  private static func bytes(hex text: String) -> [UInt8] {
    text.split { $0 == " " || $0 == "\n" }.compactMap { UInt8($0, radix: 16) }
  }
}

private func quoted(_ texts: [String]) -> String {
  texts.map { "'\($0)'" }.joined(separator: ", ")
}

private func trimmed(_ text: String) -> String {
  text.trimmingCharacters(in: .whitespacesAndNewlines)
}
