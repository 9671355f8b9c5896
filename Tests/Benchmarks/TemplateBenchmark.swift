import Pages
import Source

/// A page with fifty links of navigation, fifteen entries of contents and a body of twenty kilobytes.
struct TemplateBenchmark {
  private static let item = Shape("item", [.text("title"), .text("href"), .flag("current")])
  private static let page = Shape(
    "page",
    [
      .text("title"), .text("summary"), .list("navigation", item), .list("contents", item), .html("body"),
      .record("next", item),
    ])

  private static let sources: [String: String] = [
    "frame": """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>{{title}}</title>
    {{#summary}}
    <meta name="description" content="{{summary}}">
    {{/summary}}
    </head>
    <body>
    {{> navigation}}
    {{$main}}
    {{/main}}
    </body>
    </html>

    """,
    "navigation": """
    <nav><ul>
    {{#navigation}}
    <li><a href="{{href}}"{{#current}} aria-current="page"{{/current}}>{{title}}</a></li>
    {{/navigation}}
    </ul></nav>

    """,
    "contents": """
    <nav><ol>
    {{#contents}}
    <li><a href="#{{href}}">{{title}}</a></li>
    {{/contents}}
    </ol></nav>

    """,
    "page": """
    {{<frame}}
    {{$main}}
    <main>
    <h1>{{title}}</h1>
    {{> contents}}
    {{{body}}}
    {{#next}}<a rel="next" href="{{href}}">{{title}}</a>{{/next}}
    </main>
    {{/main}}
    {{/frame}}

    """,
  ]

  private static func link(_ number: Int) -> Record {
    Record([
      .text("Chapter \(number): pods & services"), .text("/kubernetes/workloads/chapter-\(number)/"),
      .flag(number == 7),
    ])
  }

  private static let record = Record([
    .text("Deployments & rollouts"), .text("How a \"Deployment\" replaces its pods"),
    .list((0..<50).map(link)), .list((0..<15).map(link)),
    .html(Array(repeating: Array("<p>Some text of a page.</p>\n".utf8), count: 770).flatMap(\.self)),
    .record(link(51)),
  ])

  /// The microseconds that a page takes, as the best of several rounds.
  static func run() throws -> (microseconds: Double, bytes: Int) {
    let templates = try TemplateSet(
      sources.mapValues { SourceText(path: "template", bytes: Array($0.utf8)) }, pages: ["page": page])
    var output = ByteWriter(capacity: 1 << 16)
    var best = Double.infinity
    let pages = 2000
    for _ in 0..<20 {
      let start = processorSeconds()
      for _ in 0..<pages {
        output.removeAll()
        templates.render("page", record, into: &output)
      }
      best = min(best, processorSeconds() - start)
    }
    return (best / Double(pages) * 1_000_000, output.count)
  }
}
