import Docker
import Source
import TestSupport
import Testing

/// What fixes make of a file.
@Suite struct WishFixTests {
  @Test(arguments: [
    ("almost-json", "FROM a\nCMD ['b', \"c\",]", "FROM a\nCMD [\"b\", \"c\"]"),
    ("almost-json", "FROM a\nCMD [\"b\" \"c\"] # d", "FROM a\nCMD [\"b\" ,\"c\"]"),
    ("almost-json", "FROM a\nCMD [\"b\", \"c", "FROM a\nCMD [\"b\", \"c"),
    ("misplaced-directive", "# a\n# syntax=b/c:1\nFROM a", "# syntax=b/c:1\n# a\nFROM a"),
    (
      "misspelt-stage", "FROM a AS build\nFROM b\nCOPY --from=biuld c d",
      "FROM a AS build\nFROM b\nCOPY --from=build c d"
    ),
    ("typographic-marks", "FROM a\nRUN b —c “d”", "FROM a\nRUN b -c \"d\""),
    ("unchecked-heredoc", "FROM a\nRUN <<E\nb\nc\nE\n", "FROM a\nRUN <<E\nset -e\nb\nc\nE\n"),
    ("unchecked-heredoc", "FROM a\nRUN <<E\n#!/bin/sh\nb\nc\nE\n", "FROM a\nRUN <<E\n#!/bin/sh\nset -e\nb\nc\nE\n"),
    ("undeclared-argument", "ARG V=1\nFROM a\n# b\nRUN b \\\n  $V\n", "ARG V=1\nFROM a\n# b\nARG V\nRUN b \\\n  $V\n"),
    ("build-only-environment", "FROM a\nENV A_SHA256=b", "FROM a\nARG A_SHA256=b"),
    (
      "emulated-build", "FROM go\nRUN GOARCH=$TARGETARCH b",
      "FROM --platform=$BUILDPLATFORM go\nRUN GOARCH=$TARGETARCH b"
    ),
    ("misspelt-label", "FROM a\nLABEL opencontainers.image.url=b", "FROM a\nLABEL org.opencontainers.image.url=b"),
    (
      "misspelt-label", "FROM a\nLABEL org.opencontainers.image.soruce=b",
      "FROM a\nLABEL org.opencontainers.image.source=b"
    ),
    ("label-schema", "FROM a\nLABEL org.label-schema.vcs-ref=b", "FROM a\nLABEL org.opencontainers.image.revision=b"),
    (
      "linked-copy", "FROM a AS x\nRUN b\nFROM c\nCOPY --from=x a /app\nCMD c d",
      "FROM a AS x\nRUN b\nFROM c\nCOPY --link --from=x a /app\nCMD c d"
    ),
  ]) func `a fix mends what was found`(rule: String, before: String, after: String) {
    let source = SourceText(path: "Dockerfile", bytes: Array(before.utf8))
    let fixes = DockerfileRules.check(source).filter { $0.rule.id.name == "dockerfile/" + rule }.compactMap(\.fix)
    #expect(fixes.allSatisfy { !$0.isSafe }, "what changes the build is for a person to decide")
    var bytes = source.bytes
    for edit in fixes.flatMap(\.edits).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: Array(edit.text.utf8))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == after)
  }
}
