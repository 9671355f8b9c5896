import Docker
import Source
import TestSupport
import Testing

/// Labels by the schema of a project.
@Suite struct LabelTests {
  @Test(arguments: [
    (LinterSettings.LabelKind.url, "https://a.example/b?c"), (.url, "mailto:a@b.example"),
    (.rfc3339, "2024-02-29T23:59:60.5+01:00"), (.rfc3339, "2026-01-31t12:00:00z"), (.spdx, "MIT"),
    (.spdx, "(GPL-2.0-or-later WITH Classpath-exception-2.0) OR Apache-2.0+"), (.hash, "2dbfae9"),
    (.hash, "43c572f1272b6b3171dd1db9e41b7027128ce080"), (.semver, "1.0.0"), (.semver, "2.0.1-rc1.x-y+build.007"),
    (.email, "a.b+c@d-e.example"), (.text, "anything"), (.url, "$URL"),
  ]) func `a value of the kind is fine`(kind: LinterSettings.LabelKind, value: String) {
    #expect(findings(of: "label-value", kind, value).isEmpty)
  }

  @Test(arguments: [
    (LinterSettings.LabelKind.url, "a.example"), (.url, "https://"), (.url, "https://a b"), (.rfc3339, "2026-01-31"),
    (.rfc3339, "2023-02-29T12:00:00Z"), (.rfc3339, "2026-01-31T24:00:00Z"), (.rfc3339, "2026-01-31T12:00:00"),
    (.rfc3339, "2026-01-31T12:00:00.Z"), (.spdx, "Apache 2.0"), (.spdx, "GPLv3"), (.spdx, "(MIT"), (.spdx, "MIT OR"),
    (.hash, "2dbfae"), (.hash, "xyzxyzx"), (.semver, "1.0"), (.semver, "01.0.0"), (.semver, "1.0.0-01"),
    (.semver, "v1.0.0"), (.email, "a"), (.email, "@b.example"), (.email, "a@b..example"), (.email, "a b@c.example"),
    (.text, ""), (.text, " "), (.hash, ""),
  ]) func `another value is found`(kind: LinterSettings.LabelKind, value: String) {
    #expect(findings(of: "label-value", kind, value).count == 1)
  }

  @Test func `a label is missed in each image that leaves the build`() {
    let file = MarkedText("FROM a:1 AS b\nFROM b\nLABEL name=c\nFROM 1️⃣b\nFROM d:1 AS e\nLABEL 'name'=c\nFROM e")
    let found = findings(of: "required-label", .text, in: String(decoding: file.bytes, as: UTF8.self))
    #expect(found.map { $0.place.range.start } == [file.marks[1]])
  }

  @Test func `a label outside the list is found with its likely name`() {
    let found = findings(of: "unlisted-label", .text, in: "FROM a:1\nLABEL nmae=1 name=2", isStrict: true)
    #expect(found.map(\.message) == ["Label 'nmae' is not in the project's list, did you mean 'name'?"])
    #expect(findings(of: "unlisted-label", .text, in: "FROM a:1\nLABEL nmae=1").isEmpty)
  }

  @Test(arguments: [
    ("FROM b.example.com/a:1", 0), ("FROM a:1", 1), ("FROM example.org/a:1", 1), ("FROM scratch", 0),
    ("FROM b.example.com/a:1 AS c\nCOPY --from=c d /\nRUN --mount=from=e/f:1,target=/g h", 1),
  ]) func `an image comes from a registry of the project`(file: String, count: Int) {
    var surroundings = Surroundings()
    surroundings.settings.trustedRegistries = [Array("*.example.com".utf8)]
    let found = DockerfileRules.check(SourceText(path: "Dockerfile", bytes: Array(file.utf8)), in: surroundings)
    #expect(found.count { $0.rule.id == "dockerfile/untrusted-registry" } == count)
  }

  @Test(arguments: [
    ("FROM a:1\nEXPOSE 80000", "DL3011"), ("FROM a:1 AS b\nCOPY --from=b c /", "DL3023"),
    ("FROM a:1\nCOPY --from=3 c /", "DL3022"), ("FROM a:1\nONBUILD FROM b:1", "DL3043"),
    ("USER 1\nFROM a:1", "DL3061"),
  ]) func `a refusal is known by the name that others have for it`(file: String, name: String) {
    let found = DockerfileRules.check(SourceText(path: "Dockerfile", bytes: Array(file.utf8)))
    #expect(found.contains { $0.rule.severity == .error && $0.rule.aliases == [name] })
  }

  private func findings(
    of rule: String, _ kind: LinterSettings.LabelKind, _ value: String
  ) -> [Diagnostic] {
    findings(of: rule, kind, in: "FROM a:1\nLABEL name=\"\(value)\"")
  }

  private func findings(
    of rule: String, _ kind: LinterSettings.LabelKind, in file: String, isStrict: Bool = false
  ) -> [Diagnostic] {
    var surroundings = Surroundings()
    surroundings.settings.labels = [(name: Array("name".utf8), kind: kind)]
    surroundings.settings.allowsOnlyThoseLabels = isStrict
    return DockerfileRules.check(SourceText(path: "Dockerfile", bytes: Array(file.utf8)), in: surroundings)
      .filter { $0.rule.id.name == "dockerfile/" + rule }
  }
}
