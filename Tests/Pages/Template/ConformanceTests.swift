import Pages
import Source
import TestSupport
import Testing

/// Tests of the specification that use a name, or a partial, that is not there and expect nothing in its place. Rutter
/// knows what a page has, so each is an error on purpose.
private let errorsOnPurpose: [String: RuleID] = [
  "interpolation: Basic Context Miss Interpolation": "templates/unknown-name",
  "interpolation: Ampersand Context Miss Interpolation": "templates/unknown-name",
  "interpolation: Triple Mustache Context Miss Interpolation": "templates/unknown-name",
  "interpolation: Dotted Names - Broken Chains": "templates/unknown-name",
  "interpolation: Dotted Names - Broken Chain Resolution": "templates/unknown-name",
  "interpolation: Dotted Names - Context Precedence": "templates/unknown-name",
  "interpolation: Dotted Names are never single keys": "templates/unknown-name",
  "sections: Context Misses": "templates/unknown-name",
  "sections: Dotted Names - Broken Chains": "templates/unknown-name",
  "inverted: Context": "templates/unknown-name",
  "inverted: List": "templates/unknown-name",
  "inverted: Context Misses": "templates/unknown-name",
  "inverted: Dotted Names - Broken Chains": "templates/unknown-name",
  "partials: Failed Lookup": "templates/unknown-partial",
  "inheritance: Negative Sections": "templates/unknown-name",
  "dynamic-names: Context Misses - Partial": "templates/unknown-name",
  "dynamic-names: Dotted Names - Operator Precedence": "templates/wrong-kind",
  "dynamic-names: Dotted Names - Failed Lookup": "templates/unknown-name",
  "dynamic-names: Dotted names - Context Stacking Failed Lookup": "templates/unknown-name",
  "dynamic-names: Dynamic Names - Double Dereferencing": "templates/unknown-name",
  "dynamic-names: Dynamic Names - Composed Dereferencing": "templates/wrong-kind",
]

@Suite("The public Mustache specification", .needsShared)
struct ConformanceTests {
  private static let cases = (try? MustacheCase.all()) ?? []

  @Test func isThere() {
    #expect(Self.cases.count > 150)
  }

  @Test(arguments: cases.filter { errorsOnPurpose[$0.testDescription] == nil })
  func rendersAsSpecified(_ test: MustacheCase) throws {
    do {
      #expect(try test.render() == test.expected)
    } catch let problems as TemplateProblems {
      Issue.record("\(problems.diagnostics.map(\.message))")
    }
  }

  @Test(arguments: cases.filter { errorsOnPurpose[$0.testDescription] != nil })
  func reportsWhatIsNotThere(_ test: MustacheCase) {
    let problems = #expect(throws: TemplateProblems.self) { try test.render() }
    let rules = Set((problems?.diagnostics ?? []).map(\.rule.id))
    #expect(rules.count == 1 && rules.first == errorsOnPurpose[test.testDescription])
  }

  @Test func everyErrorOnPurposeIsATest() {
    #expect(Set(errorsOnPurpose.keys).isSubset(of: Self.cases.map(\.testDescription)))
  }
}
