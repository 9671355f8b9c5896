import Source
import TestSupport
import Testing

@testable import Docker

@Suite struct BuildPlanTests {
  @Test(arguments: [
    ("FROM a\nENV A=1 B=$A", ["A=1", "B="]), ("FROM a\nENV A=1\nENV B=$A A=2 C=$A", ["A=2", "B=1", "C=1"]),
    ("ARG A=1\nFROM a\nENV B=$A", ["B="]), ("ARG A=1\nFROM a\nARG A\nENV B=$A", ["B=1"]),
    ("FROM a\nARG A=1 B=$A\nENV C=$B", ["C=1"]), ("FROM a\nENV A=1\nARG A=2\nENV B=$A", ["A=1", "B=2"]),
    ("FROM a\nENV A=1\nARG A\nENV B=$A", ["A=1", "B=1"]), ("FROM a\nARG A=2\nENV A=1\nENV B=$A", ["A=1", "B=1"]),
    ("FROM a AS x\nENV A=1\nARG A=2 C=3\nFROM x\nENV B=$A$C", ["A=1", "B=13"]),
    ("FROM a AS x\nENV A=1\nFROM b\nENV B=$A", ["B="]), ("FROM a\nARG TARGETARCH\nENV A=$TARGETARCH", ["A=amd64"]),
    ("FROM a\nENV A=$TARGETARCH$HTTP_PROXY", ["A="]), ("FROM a AS x\nARG TARGETSTAGE\nENV A=$TARGETSTAGE", ["A=x"]),
    ("FROM a\nENV A b  c", ["A=b  c"]), ("FROM a\nENV A=b\\\n  B=c", ["A=b", "B=c"]),
    ("FROM a AS x\nONBUILD ENV A=$B\nFROM x AS y\nENV C=1\nFROM y", ["A=", "C=1"]),
    ("FROM a AS x\nENV B=1\nONBUILD ENV A=$B\nFROM x", ["B=1", "A=1"]),
  ]) func `variables are set where an instruction sets them`(file: String, variables: [String]) {
    let plan = buildPlan(file)
    #expect(plan.image?.variables == variables)
    #expect(plan.problems.isEmpty)
  }

  @Test(arguments: [
    ("ARG A=1\nFROM a\nARG A\nENV B=$A", ["B=2"]), ("FROM a\nARG A=1\nENV B=$A", ["B=2"]),
    ("FROM a\nENV B=$A", ["B="]), ("FROM a\nARG A=${B?no}\nENV C=$A", ["C=2"]),
    ("FROM a\nENV A=1\nARG A\nENV B=$A", ["A=1", "B=2"]),
  ]) func `a build argument stands in for the value of an ARG`(file: String, variables: [String]) {
    #expect(buildPlan(file, ["A=2"]).image?.variables == variables)
  }

  @Test func `the words of an instruction tell which variables they name`() throws {
    let text = MarkedText("FROM a\nARG D\nENV A=1\nCOPY --chown=$1️⃣A2️⃣ x${3️⃣B4️⃣} /$5️⃣D6️⃣\n")
    let plan = buildPlan(text.string)
    let step = try #require(plan.steps.last)
    #expect(step.words.map { $0.value.string } == ["1", "x", "/"])
    let uses = step.words.flatMap(\.uses)
    #expect(uses.map(\.isSet) == [true, false, false])
    #expect(uses.map(\.isDeclared) == [true, false, true])
    #expect(
      uses.map { plan.file.text.place($0.range).range } == [text.range(1, 2), text.range(3, 4), text.range(5, 6)])
  }

  @Test func `a FROM sees what stands above the first one`() throws {
    let plan = buildPlan("ARG V=1\nFROM a:$V AS x\nARG V=2\nFROM b:$V\n", ["V=3"])
    let images = [1, 3].map { plan.steps[$0].words.first?.value.string }
    #expect(images == ["a:3", "b:3"])
    #expect(plan.defaults[bytes("V")]?.value == bytes("1"))
  }

  @Test func `stages know what they need`() {
    let plan = buildPlan(
      """
      FROM a AS build
      FROM b AS unused
      FROM build AS test
      FROM c
      COPY --from=Build /x /x
      RUN --mount=from=test,target=/t y
      """)
    #expect(plan.stages.map(\.isNeeded) == [true, false, true, true])
    #expect(plan.stages.last?.needs.map(\.stage) == [0, 2])
    #expect(plan.stages.map(\.title) == ["build", "unused", "test", "stage-3"])
    #expect(plan.steps.map(\.makesLayer) == [false, false, false, false, true, true])
  }

  @Test func `a stage that is not needed stops no build`() {
    let plan = buildPlan("FROM a AS x\nENV A=${\nFROM b\n")
    #expect(plan.problems.isEmpty)
    #expect(plan.latentProblems.count == 1)
    #expect(buildPlan("FROM a AS x\nENV A=${\nFROM b\n", target: "X").problems.count == 1)
  }

  @Test func `an excerpt is one stage of an unknown image`() throws {
    let plan = buildPlan("ENV A=1\nRUN x\n", isFragment: true)
    #expect(plan.problems.isEmpty && plan.stages.count == 1)
    #expect(plan.steps.last?.state.environment[bytes("A")]?.value == bytes("1"))
    #expect(plan.steps(of: plan.stages[0]).count == 2)
  }

  @Test func `a child runs the triggers of its base`() throws {
    let plan = buildPlan("FROM scratch AS x\nONBUILD WORKDIR /a\nONBUILD COPY --from=x b .\nFROM x\nWORKDIR c\n")
    let stage = try #require(plan.stages.last)
    #expect(plan.steps(of: stage).map { plan.instruction(of: $0).keyword } == [.workdir, .copy, .workdir])
    #expect(stage.end.directory == bytes("/a/c"))
    #expect(stage.needs.map(\.stage) == [0])
  }
}
