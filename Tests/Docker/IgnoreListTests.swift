import Source
import Testing

@testable import Docker

/// Lines of a `.dockerignore`, and paths that they leave out or take in.
private struct IgnoreCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let out: [String]
  let `in`: [String]

  init(_ lines: String, out: [String] = [], in taken: [String] = []) {
    testDescription = lines
    self.out = out
    self.in = taken
  }

  func leavesOut(_ path: String) -> Bool {
    var list = IgnoreList(SourceText(path: ".dockerignore", bytes: Array(testDescription.utf8)))
    return list.entry(leavingOut: ContextPath.clean(Array(path.utf8)[...])[...]) != nil
  }
}

@Suite struct IgnoreListTests {
  @Test(arguments: [
    IgnoreCase("a", out: ["a", "./a", "/a/", "a/b/c", "x/../a"], in: ["b", "aa", "b/a", "."]),
    IgnoreCase("# a\n\n  /b/  \nc/", out: ["b", "c/d"], in: ["a", "# a"]),
    IgnoreCase("*", out: ["a", "a/b"], in: [".", ""]),
    IgnoreCase("*.log\n?x", out: ["a.log", ".log", "ax"], in: ["a/b.log", "x", "axx"]),
    IgnoreCase("**/*.log", out: ["a.log", "a/b/c.log"], in: ["a.logs"]),
    IgnoreCase("a/**", out: ["a/b", "a/b/c"], in: ["a", "ab"]),
    IgnoreCase("a/**/z", out: ["a/z", "a/b/c/z", "a/z/y"], in: ["a/bz", "z"]),
    IgnoreCase("**", out: ["a", "a/b"]),
    IgnoreCase("a[0-9b].t\n[^x]y", out: ["a1.t", "ab.t", "zy"], in: ["aa.t", "xy"]),
    IgnoreCase("a\\*\n[", out: ["a*", "["], in: ["ab"]),
    IgnoreCase("\u{FEFF}a", out: ["a"]),
  ]) private func `patterns are read as the builder reads them`(file: IgnoreCase) {
    for path in file.out { #expect(file.leavesOut(path), "\(path)") }
    for path in file.in { #expect(!file.leavesOut(path), "\(path)") }
  }

  @Test(arguments: [
    IgnoreCase("*\n!a", out: ["b"], in: ["a", "a/b"]),
    IgnoreCase("*.md\n!README*.md\nREADME-secret.md", out: ["a.md", "README-secret.md"], in: ["README.md"]),
    IgnoreCase("a\n!a/b", out: ["a/c"], in: ["a", "a/b", "a/b/c"]),
    IgnoreCase("a\n!**/b", in: ["a"]),
    IgnoreCase("a\n! a\na/c", out: ["a/c"], in: ["a"]),
    IgnoreCase("!a\na", out: ["a"]),
    IgnoreCase("!", in: ["a"]),
  ]) private func `an exception takes a path in, and what has a part of it`(file: IgnoreCase) {
    for path in file.out { #expect(file.leavesOut(path), "\(path)") }
    for path in file.in { #expect(!file.leavesOut(path), "\(path)") }
  }

  @Test func `a hostile list takes no time`() {
    let list = IgnoreCase(
      String(repeating: "**/*a*b*c*/", count: 5_000) + "\n" + String(repeating: "a*\n", count: 100_000))
    let path = String(repeating: "aaaaaaaabc/", count: 1_000)
    let time = ContinuousClock().measure { _ = list.leavesOut(path) }
    #expect(time < .seconds(20))
  }
}
