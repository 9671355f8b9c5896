import Pages
import Source
import TestSupport
import Testing

/// A template, with the place of its problem between the marks 1 and 2, and what is said about it.
struct BadTemplate: Sendable, CustomTestStringConvertible {
  let text: MarkedText
  let problem: String
  var others: [String: String] = [:]

  var testDescription: String { problem }

  init(_ text: String, _ problem: String, _ others: [String: String] = [:]) {
    self.text = MarkedText(text)
    self.problem = problem
    self.others = others
  }
}

@Suite("Templates are checked before they render")
struct TemplateProblemTests {
  @Test(arguments: [
    BadTemplate("a {{1️⃣titel2️⃣}}", "unknown-name: 'titel' is not a name of 'page', did you mean 'title'?"),
    BadTemplate(
      "{{#links}}{{1️⃣hreff2️⃣}}{{/links}}", "unknown-name: 'hreff' is not a name of 'link' or 'page', did you mean 'href'?"
    ),
    BadTemplate(
      "{{#links}}{{next.1️⃣tilte2️⃣}}{{/links}}", "unknown-name: 'tilte' is not a name of 'link', did you mean 'title'?"),
    BadTemplate("{{^1️⃣nonsense2️⃣}}{{nothing}}{{/nonsense}}", "unknown-name: 'nonsense' is not a name of 'page'"),
    BadTemplate("{{1️⃣.2️⃣}}", "unknown-name: '.' is no value here, but the record 'page'"),
    BadTemplate("{{title.1️⃣x2️⃣}}", "wrong-kind: 'title' is plain text and has no 'x'"),
    BadTemplate("{{links.1️⃣title2️⃣}}", "wrong-kind: 'links' is a list and has no 'title'"),
    BadTemplate("1️⃣{{draft}}2️⃣", "wrong-kind: 'draft' is a flag, which a tag cannot show"),
    BadTemplate("1️⃣{{next}}2️⃣", "wrong-kind: 'next' is a record, which a tag cannot show"),
    BadTemplate("1️⃣{{{tags}}}2️⃣", "wrong-kind: 'tags' is a list of texts, which a tag cannot show"),
    BadTemplate("1️⃣{{body}}2️⃣", "escaped-html: 'body' is finished HTML, written '{{{body}}}'"),
    BadTemplate("1️⃣{{{ title }}}2️⃣", "unescaped-text: 'title' is plain text, written '{{title}}'"),
    BadTemplate("{{#tags}}1️⃣{{{.}}}2️⃣{{/tags}}", "unescaped-text: '.' is plain text, written '{{.}}'"),
    BadTemplate("{{>1️⃣crums2️⃣}}", "unknown-partial: 'crums' is no template, did you mean 'crumbs'?", ["crumbs": ""]),
    BadTemplate("{{>*1️⃣title2️⃣}}", "wrong-kind: 'title' is plain text, not the name of a template"),
    BadTemplate("{{>*1️⃣layout2️⃣}}", "unknown-partial: 'narrow' is no template", ["wide": ""]),
    BadTemplate(
      "{{<base}}{{$1️⃣mian2️⃣}}{{/mian}}{{/base}}", "unknown-block: 'mian' is no block of 'base', did you mean 'main'?",
      ["base": "{{$main}}{{/main}}"]),
    BadTemplate(
      "{{<base}}1️⃣{{title}}2️⃣{{/base}}",
      "syntax: '{{title}}' directly inside '{{<base}}' has no effect, only blocks have", ["base": ""]),
    BadTemplate("1️⃣{{#draft}}2️⃣ {{title}}", "unbalanced-section: '{{#draft}}' is not closed"),
    BadTemplate("1️⃣{{/draft}}2️⃣", "unbalanced-section: '{{/draft}}' closes nothing"),
    BadTemplate(
      "{{#draft}}{{#words}}1️⃣{{/links}}2️⃣{{/words}}{{/draft}}",
      "unbalanced-section: '{{/links}}' does not close '{{#words}}'"),
    BadTemplate("{{#draft}}1️⃣{{#words}}2️⃣{{/draft}}", "unbalanced-section: '{{#words}}' is not closed"),
    BadTemplate("x 1️⃣{{2️⃣title", "syntax: Tag is not closed"),
    BadTemplate("x 1️⃣{{2️⃣{body}}", "syntax: Tag is not closed"),
    BadTemplate("1️⃣{{}}2️⃣", "syntax: Tag has no name"),
    BadTemplate("1️⃣{{& }}2️⃣", "syntax: Tag has no name"),
    BadTemplate("{{ 1️⃣two words2️⃣ }}", "syntax: 'two words' is not one name"),
    BadTemplate("{{1️⃣a..b2️⃣}}", "syntax: 'a..b' has a dot too many"),
    BadTemplate("1️⃣{{=<%=}}2️⃣", "syntax: Delimiters are two words without '='"),
    BadTemplate("1️⃣{{=a b c=}}2️⃣", "syntax: Delimiters are two words without '='"),
    BadTemplate("1️⃣{{>page}}2️⃣", "endless-partial: 'page' inserts itself without end"),
    BadTemplate(
      "{{#links}}{{#links}}1️⃣{{>page}}2️⃣{{/links}}{{/links}}", "endless-partial: 'page' inserts itself without end"),
  ])
  func andTheProblemHasAPlace(_ bad: BadTemplate) {
    let range = bad.text.range(1, 2)
    let expected = "page.mustache:\(range.start)-\(range.end) templates/\(bad.problem)"
    #expect(TemplateFixture.problems(bad.text.string, bad.others) == [expected])
  }

  @Test func allProblemsAreReportedAtOnce() {
    let problems = TemplateFixture.problems("{{>a}}{{>b}}{{titel}}", ["a": "{{x}}", "b": "{{#y}}", "unused": "{{"])
    #expect(
      problems == [
        "a.mustache:2-3 templates/unknown-name: 'x' is not a name of 'page'",
        "b.mustache:0-6 templates/unbalanced-section: '{{#y}}' is not closed",
        "page.mustache:14-19 templates/unknown-name: 'titel' is not a name of 'page', did you mean 'title'?",
        "unused.mustache:0-2 templates/syntax: Tag is not closed",
      ])
  }

  @Test func aPartialIsCheckedWhereItIsUsed() {
    let partial = ["item": "{{href}}"]
    #expect(TemplateFixture.problems("{{#links}}{{>item}}{{/links}}{{#next}}{{>item}}{{/next}}", partial).isEmpty)
    #expect(
      TemplateFixture.problems("{{#links}}{{>item}}{{/links}}{{>item}}", partial)
        == ["item.mustache:2-6 templates/unknown-name: 'href' is not a name of 'page'"])
  }

  @Test func aProblemInAPartialNamesWhereItIsInserted() throws {
    let problems = #expect(throws: TemplateProblems.self) {
      try TemplateFixture.templates("- {{>item}}", ["item": "{{x}}{{x}}"])
    }
    let notes = try #require(problems?.diagnostics.first?.notes)
    #expect(problems?.diagnostics.count == 2)
    #expect(notes.map(\.place) == [Place(path: "page.mustache", range: SourceRange(2, 11))])
  }

  @Test func aSuggestionIsAFix() throws {
    let problems = #expect(throws: TemplateProblems.self) {
      try TemplateFixture.templates("{{#links}}{{tilte}}{{/links}}")
    }
    let fix = try #require(problems?.diagnostics.first?.fix)
    #expect(fix.edits.map(\.range) == [SourceRange(12, 17)])
    #expect(fix.edits.map(\.text) == ["title"])
  }

  @Test func circlesThatStandStillAreEndless() {
    let others = ["a": "{{>b}}", "b": "{{#draft}}{{>c}}{{/draft}}", "c": "{{>a}}"]
    #expect(TemplateFixture.problems("{{>a}}", others).count == 3)
  }

  @Test func aCircleThatStartsAgainIsEndless() {
    let problems = TemplateFixture.problems("{{>item}}", ["item": "{{title}}{{#next}}{{>page}}{{/next}}"])
    #expect(problems.allSatisfy { $0.contains("endless-partial") } && !problems.isEmpty)
  }

  @Test func templatesThatMultiplyAreTooLarge() {
    let blocks = (0..<40).map { "{{$b\($0)}}{{$b\($0 + 1)}}x{{/b\($0 + 1)}}{{$b\($0 + 1)}}x{{/b\($0 + 1)}}{{/b\($0)}}" }
    let problems = TemplateFixture.problems(
      "{{<all}}\(blocks.joined()){{/all}}", ["all": (0...40).map { "{{$b\($0)}}{{/b\($0)}}" }.joined()])
    #expect(problems.count == 1 && problems[0].contains("templates/too-large"))
  }

  @Test func aMissingPageIsAProblem() {
    let problems = #expect(throws: TemplateProblems.self) {
      try TemplateSet([:], pages: ["page": TemplateFixture.page])
    }
    #expect(problems?.diagnostics.map(\.message) == ["'page' is missing: pages are made with it"])
  }
}
