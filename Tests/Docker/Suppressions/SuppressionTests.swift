import Docker
import Source
import TestSupport
import Testing

/// A Dockerfile with comments or settings that silence rules, and the rules that still find something.
private struct Silence: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rules: [String]
  let settings: @Sendable (inout Surroundings) -> Void

  init(_ text: String, _ rules: [String], settings: @escaping @Sendable (inout Surroundings) -> Void = { _ in }) {
    testDescription = text
    self.rules = rules
    self.settings = settings
  }

  /// The rules that are looked at, lest every new one breaks all tests.
  private static let looked = Set(
    [
      "maintainer", "as-casing", "lowercase-stage-name", "misplaced-directive", "secret-variable", "inline-suppression",
      "definition-description", "unknown-rule", "syntax",
    ]
    .map { "dockerfile/" + $0 })

  var findings: [Diagnostic] {
    var surroundings = Surroundings()
    settings(&surroundings)
    let source = SourceText(path: "Dockerfile", bytes: Array(testDescription.utf8))
    return DockerfileRules.check(source, in: surroundings).filter { Self.looked.contains($0.rule.id.name) }
  }

  func expect(sourceLocation: SourceLocation = #_sourceLocation) {
    let found = findings.map { String($0.rule.id.name.dropFirst("dockerfile/".utf8.count)) }
    #expect(found.sorted() == rules.sorted(), sourceLocation: sourceLocation)
  }
}

@Suite struct SuppressionTests {
  @Test(arguments: [
    Silence("# check=skip=all\nFROM a as B\nMAINTAINER c", []),
    Silence("# check=skip=FromAsCasing,DL4000\nFROM a as B\nMAINTAINER c", ["lowercase-stage-name"]),
    Silence("# check=skip=dockerfile/as-casing // why\nFROM a as B", ["lowercase-stage-name"]),
    Silence("# check=error=true;skip=StageNameCasing\nFROM a as B", ["as-casing"]),
    Silence("# check=skip=all\nFROM a\n# check=skip=gone\nRUN b", ["unknown-rule"]),
  ]) private func `the directive at the top is about BuildKit's rules in the whole file`(file: Silence) {
    file.expect()
  }

  @Test(arguments: [
    Silence("FROM a\n# check=skip=MaintainerDeprecated // why\nMAINTAINER b\nMAINTAINER c", ["maintainer"]),
    Silence("FROM a\n# check=skip=all\n# and why\nMAINTAINER b", []),
    Silence("FROM a\n# check=skip=all\n\nMAINTAINER b", ["maintainer", "misplaced-directive"]),
    Silence("FROM a\n# hadolint ignore=DL4000\nMAINTAINER b\nMAINTAINER c", ["maintainer"]),
    Silence("FROM a\n#hadolint  ignore = DL3000 , DL4000 # why\n\nMAINTAINER b", []),
    Silence("FROM a\n# hadolint ignored=DL4000\nMAINTAINER b", ["maintainer"]),
    Silence("FROM a\nENV \\\n# hadolint ignore=SecretsUsedInArgOrEnv\nTOKEN=b", []),
    Silence("FROM a\n# hadolint ignore=DL4000\nENV A=b\nMAINTAINER c", ["maintainer"]),
  ]) private func `a comment is about the instruction that follows`(file: Silence) {
    file.expect()
  }

  @Test(arguments: [
    Silence("# hadolint global ignore=DL4000\nFROM a AS test\nMAINTAINER b\nFROM a\nMAINTAINER c", []),
    Silence("# hadolint stage ignore=DL4000\nFROM a AS test\nMAINTAINER b\nFROM a\nMAINTAINER c", ["maintainer"]),
    Silence("FROM a AS test\nMAINTAINER b\n# hadolint stage ignore=DL4000\nFROM a\nMAINTAINER c", ["maintainer"]),
    Silence("FROM a AS test\nMAINTAINER b\n# hadolint global ignore=DL4000\n", []),
  ]) private func `a comment of hadolint may be about a stage or all of them`(file: Silence) {
    file.expect()
  }

  @Test(arguments: [
    Silence("FROM a\nMAINTAINER b", []) { $0.settings.ignored = [Array("DL4000".utf8)] },
    Silence("FROM a\n# hadolint ignore=DL4000\nMAINTAINER b", ["maintainer"]) { $0.settings.ignoresPragmas = true },
    Silence("FROM a\n# check=skip=all\nMAINTAINER b", []) { $0.settings.ignoresPragmas = true },
    Silence("FROM a\n# hadolint ignore=DL3000\nENV A=b", []),
    Silence("FROM a\n# hadolint ignore=DL3000\nENV A=b", ["inline-suppression"]) {
      $0.settings.severities = [(Array("DL1001".utf8), .warning)]
    },
    Silence("FROM a\n# shellcheck disable=SC2086\nRUN b", ["inline-suppression"]) {
      $0.wanted = [Array("dockerfile/inline-suppression".utf8)]
    },
  ]) private func `settings say which rules run`(file: Silence) {
    file.expect()
  }

  @Test func `settings and the directive say how much findings weigh`() {
    let raised = Silence("FROM a\nMAINTAINER b", []) { $0.settings.severities = [(Array("DL4000".utf8), .error)] }
    #expect(raised.findings.map(\.rule.severity) == [.error])
    #expect(Silence("# check=error=true\nFROM a\nMAINTAINER b", []).findings.map(\.rule.severity) == [.error])
    #expect(Silence("# check=error=false\nFROM a\nMAINTAINER b", []).findings.map(\.rule.severity) == [.info])
  }

  @Test(arguments: [
    Silence("FROM a\n# A b\nARG C", []),
    Silence("# check=experimental=InvalidDefinitionDescription\nFROM a\n# A b\nARG C", ["definition-description"]),
    Silence("# check=experimental=all\nFROM a\n# B b\nFROM c AS b", ["definition-description"]),
    Silence(
      "# check=experimental=all\nFROM a\n# b B\nFROM c AS b\n# A\n# C d\nARG B=1 C=2\n# no\n\nARG D\n# no\n#\nARG E", []
    ),
    Silence("# check=experimental=all\nFROM a\n# C d\n# check=skip=FromAsCasing\nARG C", []),
  ]) private func `an experimental check runs where the directive says so`(file: Silence) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("unknown-rule", "# check=skip=all,1️⃣FromAsCase2️⃣,StageNameCasing\nFROM a"),
    RulePlaces("unknown-rule", "FROM a\n# hadolint ignore=DL3008, 1️⃣DL400002️⃣ , DL9999,dockerfile/maintainer\nRUN b"),
    RulePlaces("unknown-rule", "FROM a\n# check=skip=1️⃣dockerfile/stage2️⃣\nRUN b\n# check=skip=gone\n\nRUN c"),
    RulePlaces("unknown-rule", "FROM a\n# shellcheck shell=bash disable=SC2086,1️⃣SC208602️⃣,all\nRUN b"),
  ]) func `a name that no rule has is found`(file: RulePlaces) {
    file.expect()
  }

  @Test func `what the builder refuses cannot be silenced`() {
    let text = "# hadolint global ignore=dockerfile/syntax\nFROM a\nENV B"
    #expect(
      Silence(text, []).findings.map(\.rule.id.name).sorted() == ["dockerfile/syntax", "dockerfile/unknown-rule"])
  }

  @Test func `thousands of comments take no time`() {
    let comments = String(repeating: "# check=skip=all\n# hadolint stage ignore=DL4000,DL3000\n", count: 10_000)
    let file = Silence("FROM a\n" + comments + "ENV A=b\n" + String(repeating: "MAINTAINER b\n", count: 20_000), [])
    let time = ContinuousClock().measure { #expect(file.findings.isEmpty) }
    #expect(time < .seconds(20))
  }
}
