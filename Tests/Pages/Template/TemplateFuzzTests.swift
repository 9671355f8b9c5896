import Pages
import Source
import TestSupport
import Testing

@Suite("Templates of any bytes")
struct TemplateFuzzTests {
  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#links}}", "{{/links}}", "{{^next}}", "{{/next}}", "{{#next}}", "{{title}}",
    "{{{body}}}",
    "{{>a}}", "{{>b}}", "  {{>a}}\n", "{{<a}}", "{{/a}}", "{{$main}}", "{{/main}}", "{{$main}}x{{/main}}",
    "{{>*layout}}",
    "{{=<% %>=}}", "<%title%>", "<%={{ }}=%>", "{{! x }}", "\n", "  ", "\r\n", "x", "{{.}}", "{{#tags}}", "{{/tags}}",
    "{{#children}}",
    "{{/children}}", "{{words}}", "é", "\0", "=", "{{next.title}}",
  ]

  /// Compiles the page with its partials, and renders it if it is sound.
  private func run(_ page: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> Bool {
    let files = ["page": page, "a": one, "b": other, "wide": one, "narrow": other]
    let sources = files.mapValues { SourceText(path: "x.mustache", bytes: $0) }
    do {
      let templates = try TemplateSet(sources, pages: ["page": TemplateFixture.page])
      var output = ByteWriter()
      templates.render("page", TemplateFixture.record, into: &output)
      templates.render("page", TemplateFixture.empty, into: &output)
      return true
    } catch {
      return !error.diagnostics.isEmpty
    }
  }

  @Test func neverCrash() {
    for var random in Random.series(2000) {
      #expect(run(random.bytes(upTo: 60), random.bytes(upTo: 20), []), "seed \(random.seed)")
    }
  }

  @Test func nearlyRightNeverCrash() {
    for var random in Random.series(4000) {
      let files = (0..<3).map { _ in Array(random.text(of: Self.pieces, upTo: 12).utf8) }
      #expect(run(files[0], files[1], files[2]), "seed \(random.seed)")
    }
  }

  @Test func balancedNeverCrash() {
    for var random in Random.series(4000) {
      let files = (0..<3).map { _ in Array(balanced(&random, depth: 4).utf8) }
      #expect(run(files[0], files[1], files[2]), "seed \(random.seed)")
    }
  }

  /// A template whose tags are all closed and whose names are all there at the top.
  private func balanced(_ random: inout Random, depth: Int) -> String {
    var text = ""
    for _ in 0..<random.int(0...4) {
      let name = random.pick(["links", "next", "draft", "tags", "title", "children", "words"])
      let inner = depth == 0 ? "x" : balanced(&random, depth: depth - 1)
      switch random.int(0...8) {
      case 0: text += "{{#\(name)}}\(inner){{/\(name)}}"
      case 1: text += "{{^links}}\n\(inner)\n{{/links}}\n"
      case 2: text += "{{$main}}\n \(inner)\n{{/main}}\n"
      case 3: text += "{{<\(random.pick(["a", "b"]))}}{{$main}}\(inner){{/main}}{{/\(random.pick(["a", "b"]))}}"
      case 4: text += "\n  {{>\(random.pick(["a", "b"]))}}\n"
      case 5: text += "{{#links}}{{#children}}{{>a}}{{/children}}{{/links}}"
      case 6: text += "{{title}}\n"
      case 7: text += "{{#links}}\n{{title}}\n{{/links}}\n"
      default: text += "{{>*layout}}"
      }
    }
    return text
  }

  @Test func hostileInputTakesNoTime() {
    let count = 50_000
    let hostile = [
      String(repeating: "{{#draft}}", count: count), String(repeating: "{{/draft}}", count: count),
      String(repeating: "{{{ ", count: count), String(repeating: "{{a}} ", count: count),
      String(repeating: " ", count: count * 10),
      String(repeating: "{{$main}}\n", count: count), String(repeating: "{{#draft}}{{/words}}", count: count),
      "{{=\(String(repeating: "a", count: 30)) b=}}" + String(repeating: "a", count: count * 4),
      String(repeating: "{{>a}}", count: count),
    ]
    for text in hostile {
      #expect(run(Array(text.utf8), [], []))
    }
  }
}
