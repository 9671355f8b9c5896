import Pages
import Source
import Testing

@Suite("Templates render")
struct RenderingTests {
  @Test(arguments: [
    ("{{title}}", "Pods &amp; &lt;nodes&gt;"),
    ("{{&title}}", "Pods & <nodes>"),
    ("{{{body}}}{{&body}}", "<p>body</p><p>body</p>"),
    ("{{words}} {{{words}}}", "-42 -42"),
    ("{{next.title}}", "next"),
    ("{{#next}}{{title}}{{/next}}", "next"),
    ("{{#tags}}<{{.}}>{{/tags}}", "<x><y&amp;z>"),
    ("{{#title}}{{.}}{{/title}}", "Pods &amp; &lt;nodes&gt;"),
    ("{{#body}}{{{.}}}{{/body}}", "<p>body</p>"),
    ("{{#words}}{{.}}{{/words}}", "-42"),
    ("{{#draft}}yes{{/draft}}{{^draft}}no{{/draft}}", "yes"),
    ("{{#links}}{{title}}{{#current}}!{{/current}}{{#children}}+{{title}}{{/children}} {{/links}}", "a!+b d "),
    ("{{#links}}{{words}}{{/links}}", "-42-42"),
    ("{{#links}}{{#next}}{{title}}{{/next}}{{title}};{{/links}}", "nexta;nextd;"),
  ])
  func everyKindOfValue(_ template: String, _ expected: String) throws {
    #expect(try TemplateFixture.render(template) == expected)
  }

  @Test(arguments: [
    ("{{title}}{{{body}}}{{words}}{{next.title}}", ""),
    ("{{#title}}t{{/title}}{{^title}}no title{{/title}}", "no title"),
    ("{{#body}}b{{/body}}{{^body}}no body{{/body}}", "no body"),
    ("{{#words}}w{{/words}}{{^words}}no words{{/words}}", "no words"),
    ("{{#next}}n{{/next}}{{^next}}no next{{/next}}", "no next"),
    ("{{#next.title}}n{{/next.title}}{{^next.title}}no title{{/next.title}}", "no title"),
    ("{{#next.children}}n{{/next.children}}{{^next.children}}no children{{/next.children}}", "no children"),
    ("{{#links}}l{{/links}}{{^links}}no links{{/links}}", "no links"),
    ("{{#tags}}t{{/tags}}{{^tags}}no tags{{/tags}}", "no tags"),
    ("[{{>*layout}}]", "[]"),
  ])
  func nothingForWhatIsAbsentOrEmpty(_ template: String, _ expected: String) throws {
    let layouts = ["wide": "wide", "narrow": "narrow"]
    #expect(try TemplateFixture.render(template, layouts, TemplateFixture.empty) == expected)
  }

  @Test func aTemplateThatInsertsItselfFollowsTheData() throws {
    let item = "{{title}}({{#children}}{{>item}}{{/children}})"
    #expect(try TemplateFixture.render("{{#links}}{{>item}}{{/links}}", ["item": item]) == "a(b(c()))d()")
  }

  @Test func indentationGrowsWithTheData() throws {
    let item = "<li>{{title}}\n{{#children}}\n  {{>item}}\n{{/children}}\n"
    let page = "<ul>\n{{#links}}\n {{>item}}\n{{/links}}\n</ul>\n{{#links}}\n{{>item}}\n{{/links}}\n"
    #expect(
      try TemplateFixture.render(page, ["item": item])
        == "<ul>\n <li>a\n   <li>b\n     <li>c\n <li>d\n</ul>\n<li>a\n  <li>b\n    <li>c\n<li>d\n")
  }

  @Test func indentationStartsAnewWithinALine() throws {
    let item = "{{title}}:{{#children}}\n  {{>other}}\n{{/children}}\n"
    let other = "-\n [{{>item}}]\n"
    #expect(
      try TemplateFixture.render("{{#links}}\n  {{>item}}\n{{/links}}\n", ["item": item, "other": other])
        == "  a:\n    -\n     [b:\n  -\n   [c:]\n]\n  d:")
  }

  @Test func aLoneValueGoesIntoAPartial() throws {
    #expect(
      try TemplateFixture.render(
        "{{#tags}}{{>tag}}{{/tags}}{{#title}}{{>tag}}{{/title}}", ["tag": "<{{.}} {{words}}>"])
        == "<x -42><y&amp;z -42><Pods &amp; &lt;nodes&gt; -42>")
  }

  @Test func aChoiceInsertsTheTemplateItNames() throws {
    let layouts = ["wide": "W {{title}}", "narrow": "N {{words}}"]
    #expect(try TemplateFixture.render("{{>*layout}}", layouts) == "N -42")
    let parents = ["wide": "W", "narrow": "<{{$inner}}?{{/inner}}>"]
    #expect(try TemplateFixture.render("{{<*layout}}{{$inner}}{{words}}{{/inner}}{{/*layout}}", parents) == "<-42>")
  }

  @Test func blocksReachThroughSeveralTemplates() throws {
    let others = [
      "base": "<title>{{$title}}Base{{/title}}</title>\n{{>middle}}\n",
      "middle": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
      "article": "{{<base}}{{$title}}Article: {{$title}}{{title}}{{/title}}{{/title}}{{/base}}",
    ]
    #expect(
      try TemplateFixture.render(
        "{{<article}}\n{{$main}}\n  <p>{{words}}</p>\n\n  <hr>\n{{/main}}\n{{/article}}\n", others)
        == "<title>Article: Pods &amp; &lt;nodes&gt;</title>\n<main>\n  <p>-42</p>\n\n  <hr>\n</main>\n")
  }

  @Test func sectionsNestTenThousandDeep() throws {
    let deep = String(repeating: "{{#draft}}", count: 10_000) + "x" + String(repeating: "{{/draft}}", count: 10_000)
    #expect(try TemplateFixture.render(deep) == "x")
    let lists = String(repeating: "{{#next}}", count: 10_000) + "x" + String(repeating: "{{/next}}", count: 10_000)
    #expect(try TemplateFixture.render(lists) == "x")
  }

  @Test func dataNestsTenThousandDeep() throws {
    var link = TemplateFixture.link("x")
    for _ in 0..<10_000 { link = TemplateFixture.link("x", [link]) }
    var values = TemplateFixture.record.values
    values[5] = .list([link])
    let output = try TemplateFixture.render(
      "{{#links}}{{>item}}{{/links}}", ["item": "{{title}}{{#children}}{{>item}}{{/children}}"], Record(values))
    #expect(output.utf8.count == 10_001)
  }
}
