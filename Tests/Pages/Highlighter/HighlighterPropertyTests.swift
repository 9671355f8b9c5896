import Glibc
import Markdown
import Source
import TestSupport
import Testing

@testable import Pages

/// What holds for every language and every input.
@Suite struct HighlighterPropertyTests {
  private static let names = Language.all.map(\.name)

  /// What makes lexers change their minds.
  private static let pieces = [
    "a", "B", "1", " ", "  ", "\n", "\t", "\r\n", "'", "\"", "`", "$", "${", "}", "{", "{{", "}}", "(", ")", "$(",
    "$((", "<<EOF",
    "<<-'E'", "EOF", "E", "\\", "\\\n", "#", "# ", "//", "/*", "*/", "<!--", "-->", "<a ", "</a>", "<", ">", "&", ";",
    ":", ": ", "- ",
    "|", ">-", "---", "=", "@", "!", "[", "]", ",", "$ ", "> ", "RUN ", "FROM ", "--x=", "COPY ", "\"\"\"", "é",
    "\u{0}", "%", "kind: ",
    "a.yaml: |\n", "#!/bin/sh\n", "if ", "in ", "case ", ";;", "`\n", "<script>", "</script>", "{%", "'''", "\\(",
    "~~~", "@@",
  ]

  private static func html(_ code: [UInt8], _ language: Language, marking marked: LineSet = LineSet()) -> [UInt8] {
    var html = ByteWriter()
    var holes: [Body.Hole] = []
    CodeWriter.write(code[...], in: language, marking: marked, to: &html, leaving: &holes)
    return html.bytes
  }

  @Test("The page shows exactly the code, whatever the code is", arguments: names)
  func showsTheCode(name: String) throws {
    let language = try #require(Language.named(name))
    for var random in Random.series(300) {
      let code =
        random.once(in: 4) ? random.bytes(upTo: 200) : Array(random.text(of: Self.pieces, upTo: 40).utf8)
      #expect(shown(Self.html(code, language)) == code, "\(name), seed \(random.seed)")
      let marked = LineSet("2,4-6")
      #expect(shown(Self.html(code, language, marking: marked)) == code, "\(name), marked, seed \(random.seed)")
    }
  }

  @Test("Tags are balanced and never cross", arguments: ["console", "yaml", "shell", "dockerfile"])
  func balance(name: String) throws {
    let language = try #require(Language.named(name))
    for var random in Random.series(200) {
      let code = Array(random.text(of: Self.pieces, upTo: 40).utf8)
      let html = String(decoding: Self.html(code, language, marking: LineSet("1,3")), as: UTF8.self)
      var open = 0
      for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        open += part.hasPrefix("/span>") ? -1 : 1
        #expect(open >= 0 && open <= 3, "seed \(random.seed)")
      }
      #expect(open == 0, "seed \(random.seed)")
    }
  }

  @Test("Tags around terms never cross others, and take nothing away", arguments: ["console", "dockerfile", "text"])
  func terms(name: String) throws {
    let language = try #require(Language.named(name))
    for var random in Random.series(300) {
      let code = Array(random.text(of: Self.pieces, upTo: 40).utf8)
      var terms: [TermPlace] = []
      var index = 0
      while index < code.count {
        let end = min(code.count, index + 1 + Int(random.next() % 9))
        if random.once(in: 3) { terms.append(TermPlace(terms.count, at: SourceRange(index, end))) }
        index = end
      }
      var html = ByteWriter()
      var holes: [Body.Hole] = []
      let marked = LineSet(random.once(in: 2) ? "1,3" : "")
      CodeWriter.write(code[...], in: language, marking: marked, linking: terms, to: &html, leaving: &holes)
      var output = ByteWriter()
      Body(html: html.bytes, holes: holes).write(to: &output) { hole, output in
        output.append(hole.kind == .termStart ? "<a>" : "</a>")
      }
      let written = output.finish()
      #expect(shown(written) == code, "seed \(random.seed)")
      #expect(Self.isNested(String(decoding: written, as: UTF8.self)), "seed \(random.seed)")
    }
  }

  /// Whether each tag is closed before those around it.
  private static func isNested(_ html: String) -> Bool {
    var open: [Substring] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = part.prefix { $0 != ">" && $0 != " " }
      if !tag.hasPrefix("/") {
        open.append(tag)
      } else if open.popLast() != tag.dropFirst() {
        return false
      }
    }
    return open.isEmpty
  }

  @Test("Code as people write it is shown as it is", .needsShared)
  func realCode() throws {
    for file in ["corpus/docker/real.jsonl", "corpus/kubernetes/snippets.jsonl", "corpus/docker/snippets.jsonl"] {
      for line in try Shared.lines(file).filter({ $0.utf8.count % 5 == 0 }) {
        // The line itself, and what its escapes make of it: good enough as code of every language.
        let code = Array(line.replacing("\\n", with: "\n").replacing("\\\"", with: "\"").utf8)
        for name in ["dockerfile", "yaml", "shell", "console"] {
          let language = try #require(Language.named(name))
          #expect(shown(Self.html(code, language)) == code)
        }
      }
    }
  }

  @Test(
    "Hostile code takes time in proportion to its length",
    arguments: [
      "\"", "'", "`", "<<A ", "<<A\n", "${", "$(", "$((", "{{", "{% {{ ", "[", "{", "(", "<a ", "<!--", "/*", "\\\n",
      "\\ ", "- ", "a: |\n",
      "\"\"\"", "# ", "$ a '\n", "$ <<A\n", "RUN <<A\n", "RUN \\\n", "](", "a:\n", ":", "= \"", "<", " ",
      "x.yaml: |\n ", "@\"", "`${",
      "\"#{", "\"\\(", "a{", ";", "\n#\n", "> ", "case ", "&", "!", "'\n$ ", "\\ \\ ", "/", "=/", "</s", "<script>",
      "#!", "$", "--[[",
    ])
  func linear(piece: String) {
    let count = 24_000 / piece.utf8.count
    let code = Array(String(repeating: piece, count: count).utf8)
    for language in Language.all {
      let short = Self.seconds { _ = Self.html(Array(code.prefix(code.count / 8)), language) }
      let long = Self.seconds { _ = Self.html(code, language) }
      // Eight times the length: a quadratic lexer would take sixty-four times as long.
      #expect(long < short * 20 + 0.05, "\(language.label): \(short), then \(long)")
    }
  }

  /// What the processor worked on `body`, so that a busy machine does not matter.
  private static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }
}
