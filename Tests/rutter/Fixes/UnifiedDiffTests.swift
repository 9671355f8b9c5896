import TestSupport
import Testing

@testable import rutter

@Suite("Changes as a unified diff")
struct UnifiedDiffTests {
  @Test(arguments: [
    ("a line", "a\nb\nc\n", "a\nX\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+X\n c\n"),
    ("a line more", "a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n"),
    ("a line less", "a\nb\n", "a\n", "@@ -1,2 +1 @@\n a\n-b\n"),
    ("of nothing", "", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    (
      "no end", "a\nb", "a\nc",
      "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    ),
    (
      "two places", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n",
      "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+y\n"
    ),
  ])
  func `shows what changes`(name: String, old: String, new: String, expected: String) {
    let diff = String(decoding: UnifiedDiff("f", Array(old.utf8), Array(new.utf8)).bytes, as: UTF8.self)
    #expect(diff == "--- a/f\n+++ b/f\n" + expected, "\(name)")
  }

  @Test func `says nothing where nothing changes`() {
    #expect(UnifiedDiff("f", [97], [97]).bytes.isEmpty)
  }

  @Test(arguments: [("a b", "\"a/a b\""), ("é", "\"a/\\303\\251\""), ("/f", "/f")])
  func `quotes names as git does`(name: String, expected: String) {
    let diff = String(decoding: UnifiedDiff(name, [97], [98]).bytes, as: UTF8.self)
    #expect(diff.hasPrefix("--- \(expected)\n"), "\(diff)")
  }

  @Test func `git applies it`() throws {
    try TemporaryFolder.with { folder in
      for var random in Random.series(60) {
        let old = random.text(of: ["a\n", "b\n", "c\n", "\u{E9}\r\n", "d"], upTo: 40)
        let new =
          random.once(in: 3) ? random.text(of: ["a\n", "b\n", "c\n", "d"], upTo: 40) : Self.changed(old, &random)
        try folder.write(old, to: "f")
        let diff = UnifiedDiff("f", Array(old.utf8), Array(new.utf8)).bytes
        guard !diff.isEmpty else {
          #expect(old == new)
          continue
        }
        try folder.write(diff, to: "change.diff")
        let git = try Command("git", ["apply", "--unsafe-paths", "change.diff"], in: folder.path).run()
        #expect(git.exit == 0, "seed \(random.seed): \(git.errors)")
        #expect((folder.text("f") ?? "") == new, "seed \(random.seed)")
      }
    }
  }

  /// `text` with a few lines more, less or other.
  private static func changed(_ text: String, _ random: inout Random) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<random.int(1...3) {
      let at = random.int(0...(lines.count - 1))
      if random.once(in: 2) { lines.insert("new", at: at) } else { lines[at] += "!" }
    }
    return lines.joined(separator: "\n")
  }
}
