import Source
import TestSupport
import Testing

@testable import rutter

@Suite("What a build context holds")
struct BuildContextTests {
  /// What stands for the files at `path` in a context of these files, and after some of them are others.
  private static func hashes(
    _ path: String, _ files: [String: String], without excluded: [String] = [], then changed: [String: String]
  ) throws -> (before: ContentHash?, after: ContentHash?) {
    try TemporaryFolder.with { folder in
      func hash() -> ContentHash? {
        BuildContext(of: folder.path + "/Dockerfile", insteadOf: "elsewhere/Dockerfile")
          .contents(Array(path.utf8)[...], excluded.map { Array($0.utf8)[...] })
      }
      for (path, text) in files { try folder.write(text, to: path) }
      let before = hash()
      for (path, text) in changed { try folder.write(text, to: path) }
      return (before, hash())
    }
  }

  @Test(arguments: [
    ("a", ["a": "1"], ["a": "2"]),
    ("/a", ["a": "1"], ["a": "2"]),
    ("d", ["d/a": "1"], ["d/a": "2"]),
    (".", ["d/a": "1"], ["d/b": "1"]),
    ("*.txt", ["a.txt": "1"], ["b.txt": "1"]),
    ("d/*/x", ["d/a/x": "1"], ["d/a/x": "2"]),
    (".", ["Dockerfile": "1"], ["Dockerfile": "2"]),
    (".", [".dockerignore": "*\n!a", "a": "1"], ["a": "2"]),
  ])
  func `another file, another number`(path: String, files: [String: String], changed: [String: String]) throws {
    let (before, after) = try Self.hashes(path, files, then: changed)
    #expect(before != nil && after != nil && before != after)
  }

  @Test(arguments: [
    ("a", ["a": "1"], [], ["b": "2"]),
    ("*.txt", ["a.txt": "1"], [], ["a.md": "2"]),
    (".", [".dockerignore": "*.log", "a": "1"], [], ["d.log": "2"]),
    (".", [".dockerignore": "d", "a": "1"], [], ["d/a": "2"]),
    (".", ["a": "1"], ["*.md"], ["b.md": "2"]),
    ("d", ["d/a": "1"], ["*.md"], ["d/b.md": "2"]),
  ])
  func `what is not copied does not count`(
    path: String, files: [String: String], excluded: [String], changed: [String: String]
  ) throws {
    let (before, after) = try Self.hashes(path, files, without: excluded, then: changed)
    #expect(before != nil && before == after)
  }

  @Test func `nothing there, no number`() throws {
    for path in ["a", "*.txt", "../a"] {
      #expect(try Self.hashes(path, ["b": "1", "../c": ""], then: [:]).before == nil, "\(path)")
    }
  }
}
