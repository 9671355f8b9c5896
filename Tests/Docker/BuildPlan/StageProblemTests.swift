import Source
import TestSupport
import Testing

@testable import Docker

/// What the builder refuses once it looks at the meaning, each at its place.
@Suite struct StageProblemTests {
  @Test(arguments: [
    ("FROM 1️⃣$x2️⃣", "Image '$x' is empty once its variables are replaced"),
    ("FROM --platform=1️⃣$x2️⃣ a", "Platform '$x' is empty once its variables are replaced"),
    ("1️⃣ARG2️⃣ a", "Dockerfile without FROM, so without a stage to build"),
    ("FROM a\nCOPY --from=1️⃣$x2️⃣ a b", nil), ("FROM a\nCOPY --from=1️⃣12️⃣ a b", "Stage '1' is none, there is '0' only"),
    ("FROM a\nFROM b\nCOPY --from=1️⃣-12️⃣ a b", "Stage '-1' is none, there are '0' to '1'"),
    ("FROM a AS x\nCOPY --from=1️⃣X2️⃣ a b", "Stage 'x' takes files from itself"),
    (
      "FROM a AS x\nCOPY --from=y a b\nFROM a AS y\nRUN --mount=from=1️⃣x2️⃣,target=/t z",
      "Stage needs itself: 'x', which needs 'y', which needs 'x'"
    ),
    ("FROM a AS x\nCOPY --from=1️⃣y2️⃣ a b\nFROM a AS y\nFROM x", "Stage 'y' is not built before this one; move it up"),
    ("FROM a\nENV A=1️⃣${b^}2️⃣", nil), ("FROM a\nWORKDIR 1️⃣'b2️⃣", "Quote 'b is not closed"),
    ("FROM a\nVOLUME b 1️⃣$c2️⃣", "Volume '$c' is an empty path"),
    ("FROM a\nCOPY --chmod=1️⃣82️⃣ a b", nil), ("FROM a\nSTOPSIGNAL 1️⃣SIGFOO2️⃣", nil), ("FROM a\nEXPOSE 80 1️⃣9a2️⃣", nil),
    ("FROM a\nCOPY 1️⃣https://x/y2️⃣ /", "Address 'https://x/y' in COPY; only ADD fetches files"),
    ("FROM a\nCOPY 1️⃣git@x.org:y2️⃣ /", "Repository 'git@x.org:y' in COPY; only ADD fetches repositories"),
    ("FROM a\nADD --checksum=1️⃣sha256:ab2️⃣ a b", "Checksum of 'a', which is no address of a file or repository"),
    ("FROM scratch\nRUN --mount=1️⃣type=cache2️⃣ x", nil), ("FROM a\nRUN --mount=type=1️⃣tmp2️⃣ x", nil),
    ("FROM a AS x\nONBUILD 1️⃣FOO2️⃣ b\nFROM x", "Instruction 'FOO' is none, and a stage built on this one runs it"),
    ("FROM a\nCOPY 1️⃣\"b2️⃣ c\" d", "Quote \"b is not closed"),
    ("ARG SOURCE_DATE_EPOCH=1️⃣soon2️⃣\nFROM a", nil),
  ]) func `a build stops at the place that stops it`(marked: String, message: String?) throws {
    let text = MarkedText(marked)
    let problems = buildPlan(text.string).problems
    #expect(problems.count == 1, "\(problems.map(\.message))")
    let problem = try #require(problems.first)
    #expect(problem.rule.id == "dockerfile/stage")
    #expect(problem.place.range == text.range(1, 2))
    if let message { #expect(problem.message == message) }
  }

  @Test func `a target that is none is refused with the one that was meant`() {
    let problems = buildPlan("FROM a AS build\n", target: "biuld").problems
    #expect(problems.map(\.message) == ["Target 'biuld' is no stage of this file, did you mean 'build'?"])
  }

  @Test func `an experimental builder is asked for by a directive`() {
    #expect(buildPlan("FROM a\nRUN --device=x y\n").problems.count == 1)
    #expect(buildPlan("# syntax=docker/dockerfile:1-labs\nFROM a\nRUN --device=x y\n").problems.isEmpty)
  }
}
