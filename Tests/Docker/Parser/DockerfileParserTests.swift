import Source
import TestSupport
import Testing

@testable import Docker

private func parse(_ text: String) -> Dockerfile {
  Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(text.utf8)))
}

@Suite("A Dockerfile is read line by line") struct DockerfileParserTests {
  /// A file and the instructions in it.
  static let trees: [(String, String)] = [
    ("FROM alpine", #"(from "alpine")"#),
    ("from\talpine\tas\tb", #"(from "alpine" "as" "b")"#),
    ("FROM a\n\n\n  RUN b", "(from \"a\")\n(run \"b\")"),
    ("FROM a\nRUN b \\\n  c", "(from \"a\")\n(run \"b   c\")"),
    ("FROM a\nRUN b \\\n# comment\n\n  c", "(from \"a\")\n(run \"b   c\")"),
    ("FROM a\nRUN b \\   \n  c", "(from \"a\")\n(run \"b   c\")"),
    ("FROM a\nRUN b \\\\\nUSER c", "(from \"a\")\n(run \"b \\\\\\\\\")\n(user \"c\")"),
    ("FROM a\nRUN b \\", "(from \"a\")\n(run \"b\")"),
    ("# escape=`\nFROM a\nRUN b `\n c \\\nUSER d", "(from \"a\")\n(run \"b  c \\\\\")\n(user \"d\")"),
    ("\u{FEFF}FROM a", #"(from "a")"#),
    ("FROM a\r\nRUN b\\\r\n c\r\n", "(from \"a\")\n(run \"b c\")"),
    ("FROM a # no comment", ##"(from "a" "#" "no" "comment")"##),
    (
      "FROM a\nENV A=1 B='x y' C=\\ z",
      "(from \"a\")\n(env \"A\" \"1\" \"=\" \"B\" \"'x y'\" \"=\" \"C\" \"\\\\ z\" \"=\")"
    ),
    ("FROM a\nENV A  b  c", "(from \"a\")\n(env \"A\" \"b  c\" \"\")"),
    ("ARG A b=1", #"(arg "A" "b=1")"#),
    ("FROM a\nCOPY --from=b --chown=1:1 c d", "(from \"a\")\n(copy [\"--from=b\" \"--chown=1:1\"] \"c\" \"d\")"),
    ("FROM a\nRUN --mount='type=bind,from=b c' -- d", "(from \"a\")\n(run [\"--mount=type=bind,from=b c\"] \"d\")"),
    ("FROM a\nONBUILD COPY --link . /b", "(from \"a\")\n(onbuild (copy [\"--link\"] \".\" \"/b\"))"),
    ("FROM a\nHEALTHCHECK --interval=1s CMD b c", "(from \"a\")\n(healthcheck [\"--interval=1s\"] \"CMD\" \"b c\")"),
    ("FROM a\nWORKDIR /a b", "(from \"a\")\n(workdir \"/a b\")"),
  ]

  @Test(arguments: trees) func `lines become instructions`(text: String, tree: String) {
    let file = parse(text)
    #expect(file.tree == tree)
    #expect(file.problems.isEmpty)
  }

  @Test func `words know where they were written`() throws {
    let text = MarkedText("FROM a\nRUN --mount=1️⃣type=cache2️⃣ \\\n # comment\n  3️⃣make4️⃣\nUSER 5️⃣b6️⃣\n")
    let file = Dockerfile(parsing: text.source(path: "Dockerfile"))
    let mount = try #require(file.instructions[1].flag("mount", in: file)?.value)
    #expect(file.text.rangeInFile(mount.range) == text.range(1, 2))
    #expect(file.text.rangeInFile(file.instructions[1].argumentsRange) == text.range(3, 4))
    #expect(file.text.rangeInFile(file.instructions[2].argumentsRange) == text.range(5, 6))
  }

  @Test func `comments belong to the instruction below`() {
    let file = parse("# one\n\n# two\n# three\nFROM a\nRUN b \\\n  # four\n  c\n")
    #expect(file.comments.map { file.source.bytes($0.range).string } == ["# one", "# two", "# three", "# four"])
    #expect(file.comments.map(\.instruction) == [0, 0, 0, 1])
    #expect(file.comments.map(\.isInside) == [false, false, false, true])
    #expect(file.instructions.map(\.comments) == [1..<3, 3..<3])
  }

  @Test func `blank lines inside an instruction are kept in mind`() {
    let text = MarkedText("FROM a\nRUN b \\\n1️⃣  2️⃣\n  c\n")
    #expect(Dockerfile(parsing: text.source()).instructions[1].blankLines == [text.range(1, 2)])
  }

  @Test func `stages have a base and a name`() {
    let file = parse("ARG V=1\nFROM golang:1 AS build\nRUN make\nFROM scratch\nCOPY --from=build /a /a\n")
    #expect(file.stages.map(\.instructions) == [1..<3, 3..<5])
    #expect(file.stages.map { $0.base.map { file[$0].string } } == ["golang:1", "scratch"])
    #expect(file.stages.map { $0.name.map { file[$0].string } } == ["build", nil])
    #expect(file.stage(of: 0) == nil)
    #expect(file.stage(of: 4) == 1)
  }
}

@Suite("Directives stand at the top") struct DirectiveTests {
  @Test func `they are read in any letter case, with blanks`() {
    let text = MarkedText("#syntax=1️⃣docker/dockerfile:12️⃣\n # Escape = 3️⃣`4️⃣\nFROM a")
    let file = Dockerfile(parsing: text.source())
    #expect(file.directives.map(\.key) == [.syntax, .escape])
    #expect(file.directives.map(\.value) == [text.range(1, 2), text.range(3, 4)])
    #expect(file.escape == UInt8(ascii: "`"))
    #expect(file.comments.isEmpty)
  }

  @Test(arguments: [
    "# note\n# escape=`\nFROM a", "\n# escape=`\nFROM a", "# key=x\n# escape=`\nFROM a", "FROM a\n# escape=`\n",
  ])
  func `behind anything else they are comments`(text: String) {
    #expect(parse(text).directives.isEmpty)
    #expect(parse(text).escape == UInt8(ascii: "\\"))
  }
}

@Suite("Heredocs stand below their instruction") struct HeredocTests {
  @Test func `several have their bodies in order`() {
    let text = MarkedText("FROM a\nCOPY 1️⃣<<one2️⃣ <<-'two' /d/\n3️⃣1\n4️⃣one\n\t5️⃣2\n\ttwo\n6️⃣USER b\n")
    let file = Dockerfile(parsing: text.source())
    let heredocs = file.instructions[1].heredocs
    #expect(heredocs.map { file[$0.name].string } == ["one", "two"])
    #expect(heredocs.map(\.isExpanded) == [true, false])
    #expect(heredocs.map(\.stripsTabs) == [false, true])
    #expect(heredocs.map { file[$0.body].string } == ["1\n", "\t2\n"])
    #expect(file.text.rangeInFile(heredocs[0].token) == text.range(1, 2))
    #expect(file.text.rangeInFile(heredocs[0].body) == text.range(3, 4))
    #expect(file.instructions.count == 3)
  }

  @Test(arguments: [
    "RUN cat <<EOF", "RUN 3<<EOF cat", "RUN <<-EOF", "ADD <<EOF /a", "ONBUILD RUN <<EOF", "RUN << EOF", "RUN <<'EOF'",
  ])
  func `they are found in RUN, COPY, ADD and behind ONBUILD`(line: String) {
    let file = parse("FROM a\n\(line)\nx\nEOF\n")
    #expect(file.instructions.map(\.heredocs.count) == [0, 1])
    #expect(file.problems.isEmpty)
  }

  @Test(arguments: [
    "RUN \"<<EOF\"", "RUN cat <<<EOF", "CMD cat <<EOF", "ENV A=<<EOF", "RUN echo 'a <<EOF", "RUN a<<EOF",
  ])
  func `nothing else is one`(line: String) {
    #expect(parse("FROM a\n\(line)\n").instructions.map(\.heredocs.count) == [0, 0])
  }
}

@Suite("What the builder cannot read is said") struct SyntaxProblemTests {
  /// A file with the place of what is wrong between marks 1 and 2, and the words.
  static let problems: [(String, String)] = [
    ("1️⃣2️⃣", "Empty file, where a Dockerfile begins with FROM"),
    ("# only a comment\n1️⃣2️⃣", "No instruction in the whole file"),
    ("# escape=1️⃣x2️⃣\nFROM a", "Escape character 'x', where only '\\' and '`' are allowed"),
    ("# escape=`\n# 1️⃣escape2️⃣=`\nFROM a", "Second directive 'escape', where one is allowed"),
    ("FROM a\nENV 1️⃣A2️⃣", "ENV 'A' without a value, write 'ENV A=…'"),
    ("FROM a\nLABEL a=1 1️⃣b2️⃣ c=2", "'b' without '=', put quotes around a value that has blanks"),
    ("FROM a\nRUN 1️⃣<<EOF2️⃣\nx\nEOF \n", "Heredoc 'EOF' without a line that ends it"),
  ]

  @Test(arguments: problems) func `the words and the place fit`(marked: String, message: String) {
    let text = MarkedText(marked)
    let problems = Dockerfile(parsing: text.source()).problems
    #expect(problems.map(\.message) == [message])
    #expect(problems.map(\.place.range) == [text.range(1, 2)])
    #expect(problems.allSatisfy { $0.rule.id == "dockerfile/syntax" })
  }

  @Test func `a line may have 65,535 bytes and no more`() {
    let fits = "FROM a\nRUN " + String(repeating: "x", count: 65531) + "\n"
    #expect(parse(fits).problems.isEmpty)
    #expect(parse(fits.dropLast() + "x\n").problems.count == 1)
  }
}

@Suite("Whatever is in a file, it is read") struct ParserPropertyTests {
  private static let pieces = [
    "FROM a", "RUN ", "COPY ", "ENV A=b", "ONBUILD ", "<<EOF", "<<-'E'", "EOF", "\n", "\\\n", "# x\n", "`", "\t", " ",
    "\"",
    "'", "${a:-", "}", "[\"a\"", "]", ",", "--mount=", "=", "\r\n", "é", "\u{A0}", "{", "# escape=`\n",
  ]

  @Test func `ranges lie in the text, in order`() {
    for var random in Random.series(3000) {
      let file = parse(random.text(of: Self.pieces, upTo: 40))
      var last = 0
      for instruction in file.instructions {
        let (range, keyword, arguments) = (instruction.range, instruction.keywordRange, instruction.argumentsRange)
        let isInOrder = last <= range.start && range.start <= keyword.start && keyword.end <= arguments.start
        #expect(isInOrder && arguments.end <= range.end, "seed \(random.seed)")
        #expect(range.end <= file.text.bytes.count, "seed \(random.seed)")
        last = range.end
      }
    }
  }

  @Test func `the text is what stands at its places`() {
    for var random in Random.series(500) {
      let file = parse(random.text(of: Self.pieces, upTo: 40))
      let isLost = file.text.bytes.indices.contains { index in
        let place = file.text.rangeInFile(SourceRange(index, index + 1))
        return file.source.bytes(place) != file.text.bytes[index...index]
      }
      #expect(!isLost, "seed \(random.seed)")
    }
  }
}
