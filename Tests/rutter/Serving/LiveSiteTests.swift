import ArgumentParser
import Foundation
import Pages
import Source
import TestSupport
import Testing

@testable import rutter

/// A site that is followed through changes of its files.
private struct Followed {
  let folder: TemporaryFolder
  let live: LiveSite

  init(_ folder: TemporaryFolder) async throws {
    self.folder = folder
    let path = folder.path
    live = try await LiveSite(withDrafts: false, jobs: 2) { () throws(Failure) in
      try Project.site(path, content: nil, templates: path + "/templates")
    }
  }

  /// All files as they would be served.
  func served() async throws -> [String: [UInt8]] {
    let now = await live.snapshot
    var files = Dictionary(try await now.late.all().map { ($0.path, $0.bytes) }) { $1 }
    for path in now.table.paths {
      guard let piece = now.table[path] else { continue }
      files[path] = try now.edition.bytes(of: piece, at: path)
    }
    return files
  }

  /// All files as a build writes them.
  func built() async throws -> [String: [UInt8]] {
    let build = try BuildCommand.parse([
      folder.path, "--templates", folder.path + "/templates", "--output", folder.path + "/public", "--quiet",
    ])
    try await build.run()
    return folder.contents(of: "public").filter { !$0.key.hasPrefix(".rutter") }
  }

  /// The paths at which the two differ.
  func differences() async throws -> [String] {
    let (served, built) = (try await served(), try await built())
    return Set(served.keys).union(built.keys).filter { served[$0] != built[$0] }.sorted()
  }
}

/// Edits a site at random, as its author would.
private struct Author {
  let folder: TemporaryFolder
  var random: Random
  private var count = 0

  init(_ folder: TemporaryFolder, seed: UInt64) {
    (self.folder, random) = (folder, Random(seed: seed))
  }

  private var notes: [String] {
    folder.contents(of: "content").keys.filter { $0.hasSuffix(".md") }.sorted()
  }

  /// Makes one change, and gives the paths that a watcher would name.
  mutating func change() throws -> Set<String> {
    count += 1
    let note = notes[Int.random(in: 0..<notes.count, using: &random)]
    let path = "content/" + note
    switch Int.random(in: 0..<16, using: &random) {
    case 0...4: return try edit(path) { $0 + "\nA container \(count) writes to a volume of a Pod.\n" }
    case 5: return try edit(path) { $0 + "\n## Section \(count)\n\n[[Volume]] and [there](/docker/image.md).\n" }
    case 6: return try edit(path) { $0.replacing("# ", with: "# Renamed \(count) ", maxReplacements: 1) }
    case 7:
      return try edit(path) { $0.replacing("---\n", with: "---\naliases: [other \(count)]\n", maxReplacements: 1) }
    case 8: return try edit(path) { $0.replacing("---\n", with: "---\ndraft: true\n", maxReplacements: 1) }
    case 9:
      return try edit(path) { _ in "- **Docker**\n  - Thing \(count): what is a part of another\n    - it has parts\n" }
    case 10:
      try folder.remove(path)
      return [folder.path(path)]
    case 11:
      let target = "content/moved/note-\(count).md"
      try folder.write(folder.text(path) ?? "", to: target)
      try folder.remove(path)
      return [folder.path(path), folder.path("content/moved"), folder.path(target)]
    case 12:
      let new = "content/docker/new-\(count).md"
      try folder.write("# New \(count)\n\nA new \(count) is a kind of [[Container]].\n", to: new)
      return [folder.path(new)]
    case 13:
      try folder.write("title: Handbook \(count)\n", to: "content/site.yaml")
      return [folder.path("content/site.yaml")]
    case 14:
      try folder.write("<footer>Foot \(count)</footer>\n", to: "templates/partials/footer.mustache")
      return [folder.path("templates/partials/footer.mustache")]
    default:
      try folder.write("<svg width=\"\(count)\" height=\"4\"/>", to: "content/picture.svg")
      return [folder.path("content/picture.svg")]
    }
  }

  private func edit(_ path: String, _ body: (String) -> String) throws -> Set<String> {
    try folder.write(body(folder.text(path) ?? ""), to: path)
    return [folder.path(path)]
  }
}

@Suite("A site in memory follows its files")
struct LiveSiteTests {
  /// A few notes of our own, an outline, and a template.
  private func site<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
    try await TemporaryFolder.during { folder in
      for part in ["docker", "kubernetes", "istio"] {
        try FileManager.default.createDirectory(atPath: folder.path("content"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          atPath: Repository.path("content/" + part), toPath: folder.path("content/" + part))
      }
      try folder.write("title: Notes\n", to: "content/site.yaml")
      try folder.write("<footer>Foot</footer>\n", to: "templates/partials/footer.mustache")
      return try await body(folder)
    }
  }

  @Test("settled, it is what a build writes, whatever was edited", arguments: Array(1...3) as [UInt64])
  func settledIsBuilt(seed: UInt64) async throws {
    try await site { folder in
      let followed = try await Followed(folder)
      #expect(try await followed.differences().isEmpty)
      var author = Author(folder, seed: seed)
      for round in 0..<8 {
        for _ in 0..<Int.random(in: 1...4, using: &author.random) {
          _ = try await followed.live.look(at: author.change())
        }
        _ = try await followed.live.settle()
        let differences = try await followed.differences()
        #expect(differences.isEmpty, "round \(round) of seed \(seed): \(differences.prefix(5))")
      }
    }
  }

  @Test("an edited note is seen before the site has settled")
  func editIsSeenAtOnce() async throws {
    try await site { folder in
      let followed = try await Followed(folder)
      let path = "content/docker/volume.md"
      try folder.write((folder.text(path) ?? "") + "\nMARKER names a [[Container]] and a Pod.\n", to: path)
      let step = try await followed.live.look(at: [folder.path(path)])
      #expect(step?.pages == ["docker/volume/"])
      let page = try await followed.served()["docker/volume/index.html"] ?? []
      #expect(String(decoding: page, as: UTF8.self).contains("MARKER names a <a "))
      #expect(try await followed.live.settle())
      #expect(try await !followed.live.settle())
      #expect(try await followed.differences().isEmpty)
    }
  }

  @Test("a broken template leaves the last good page, and is reported until it is mended")
  func brokenTemplate() async throws {
    try await site { folder in
      let followed = try await Followed(folder)
      let before = try await followed.served()
      let template = "templates/partials/footer.mustache"
      try folder.write("<footer>{{#site}}</footer>\n", to: template)
      _ = try await followed.live.look(at: [folder.path(template)])
      _ = try await followed.live.settle()
      #expect(try await followed.served() == before)
      #expect(await followed.live.report.diagnostics.contains { $0.place.path.hasSuffix(template) })
      try folder.write("<footer>Mended</footer>\n", to: template)
      _ = try await followed.live.look(at: [folder.path(template)])
      _ = try await followed.live.settle()
      #expect(await !followed.live.report.diagnostics.contains { $0.place.path.hasSuffix(template) })
      #expect(try await followed.differences().isEmpty)
    }
  }

  @Test("a folder that is away is told of, and the site stays until it is back")
  func folderAway() async throws {
    try await site { folder in
      let followed = try await Followed(folder)
      let before = try await followed.served()
      try FileManager.default.moveItem(atPath: folder.path("content"), toPath: folder.path("away"))
      do {
        _ = try await followed.live.look(at: [folder.path("content")])
        Issue.record("a folder that is not there was read")
      } catch let failure as Failure {
        await followed.live.fail(failure)
      }
      _ = try await followed.live.settle()
      #expect(await followed.live.report.diagnostics.contains { $0.message.contains("No such file") })
      #expect(try await followed.served()["docker/volume/index.html"] == before["docker/volume/index.html"])
      try folder.write("# Image\n\nAnother text meanwhile.\n", to: "away/docker/image.md")
      try FileManager.default.moveItem(atPath: folder.path("away"), toPath: folder.path("content"))
      _ = try await followed.live.look(at: [folder.path("content")])
      _ = try await followed.live.settle()
      #expect(await !followed.live.report.diagnostics.contains { $0.message.contains("No such file") })
      #expect(try await followed.differences().isEmpty)
    }
  }

  @Test("what did not change is not read again")
  func touchedFile() async throws {
    try await site { folder in
      let followed = try await Followed(folder)
      let path = "content/docker/volume.md"
      try folder.write(folder.text(path) ?? "", to: path)
      #expect(try await followed.live.look(at: [folder.path(path)]) == nil)
      #expect(try await !followed.live.settle())
      try folder.write("{}\n", to: "content/rutter.study.jsonl")
      #expect(try await followed.live.look(at: [folder.path("content/rutter.study.jsonl")]) == nil)
      #expect(try await !followed.live.settle())
    }
  }
}
