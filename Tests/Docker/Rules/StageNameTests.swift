import Testing

/// Rules about the names of stages.
@Suite struct StageNameTests {
  @Test(arguments: [
    RulePlaces("unused-stage", "FROM a AS 1️⃣x2️⃣\nFROM 3️⃣b4️⃣\nFROM c"),
    RulePlaces("unused-stage", "FROM a AS x\nFROM b AS y\nCOPY --from=X / /\nFROM y"),
    RulePlaces("unused-stage", "FROM a\nFROM b\nRUN --mount=target=/x,from=0 ls"),
    RulePlaces("unused-stage", "FROM a AS lint\nFROM a AS unit-tests\nFROM b"),
    RulePlaces("unused-stage", "FROM a AS base-amd64\nFROM a AS base-arm\nFROM a AS 1️⃣x2️⃣\nFROM base-${TARGETARCH}"),
    RulePlaces("unused-stage", "FROM a AS x-1-y\nFROM x-$A-y"),
  ]) func `a stage that nothing needs is found at its name`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("misspelt-stage", "FROM a AS build\nFROM b\nCOPY --from=1️⃣biuld2️⃣ /a /b"),
    RulePlaces("misspelt-stage", "FROM a AS build\nFROM 1️⃣buidl2️⃣"),
    RulePlaces("misspelt-stage", "FROM a AS build\nFROM b\nRUN --mount=from=1️⃣builds2️⃣,target=/x ls"),
    RulePlaces("misspelt-stage", "FROM a AS build\nFROM b\nCOPY --from=Build /a /b\nCOPY --from=0 /a /b"),
    RulePlaces("misspelt-stage", "FROM a AS build\nFROM b\nCOPY --from=builds:1 /a /b\nCOPY --from=x/build /a /b"),
    RulePlaces("misspelt-stage", "FROM debian AS nodes\nFROM node"),
    RulePlaces("misspelt-stage", "FROM a\nCOPY --from=b /a /b"),
  ]) func `a name that is nearly that of a stage is found`(file: RulePlaces) {
    file.expect()
    file.expect(isFragment: true)
  }
}
