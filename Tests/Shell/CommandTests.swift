import Shell
import Source
import TestSupport
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    ("", ""),
    ("echo a  b", "simple |echo|a|b|"),
    (
      "a && b || c; d & e\nf",
      "simple |a| → and\nsimple |b| → or\nsimple |c| → semicolon\nsimple |d| → background\n"
        + "simple |e| → newline\nsimple |f|"
    ),
    ("a | b |& c", "simple |a| → pipe\nsimple |b| → pipeAll\nsimple |c|"),
    ("! a | b && c", "simple ! |a| → pipe\nsimple ! |b| → and\nsimple |c|"),
    ("A=1 B+=2 c[3]=d run", "simple A=1 B=2 c=d |run|"),
    ("A=1 # nothing more", "simple A=1"),
    ("run A=1", "simple |run|A=1|"),
    ("a \\\n  b\\\nc", "simple |a|bc|"),
    ("a 2>&1 >x <<<y b &>z", "simple |a|b| 2>&1 >x <<<y &>z"),
    (">x", "simple >x"),
    ("echo 2 >x", "simple |echo|2| >x"),
    ("time -p a", "simple |a|"),
    ("echo if then fi", "simple |echo|if|then|fi|"),
    ("ifx; then_", "simple |ifx| → semicolon\nsimple |then_|"),
  ])
  func `a simple command has assignments, words and redirections`(text: String, expected: String) {
    expectSame(outline(text), expected)
  }

  @Test(arguments: [
    ("(a; b) > x && c", "subshell > x → and\n  simple |a| → semicolon\n  simple |b|\nsimple |c|"),
    ("{ a; b; } 2>x", "group 2>x\n  simple |a| → semicolon\n  simple |b| → semicolon"),
    (
      "if a; then b; elif c; then d; else e; fi",
      """
      conditional
        simple condition |a| → semicolon
        simple |b| → semicolon
        simple condition |c| → semicolon
        simple |d| → semicolon
        simple otherwise |e| → semicolon
      """
    ),
    ("while a; do b; done", "whileLoop\n  simple condition |a| → semicolon\n  simple |b| → semicolon"),
    ("until a; do b; done < x", "untilLoop < x\n  simple condition |a| → semicolon\n  simple |b| → semicolon"),
    (
      "for i in 1 $(a) 3; do b; done",
      """
      forLoop |i|1|$(a)|3|
        simple substitution |a|
        simple |b| → semicolon
      """
    ),
    ("for i; do b; done", "forLoop |i|\n  simple |b| → semicolon"),
    ("for i\ndo b\ndone", "forLoop |i|\n  simple |b| → newline"),
    ("for ((i=0; i<3; i++)); do b; done", "arithmeticFor |((i=0; i<3; i++))|\n  simple |b| → semicolon"),
    (
      "case $x in a|'b') c;; (*) d; esac",
      """
      caseSelection |$x|
        branch |a|b|
          simple |c|
        branch |*|
          simple |d| → semicolon
      """
    ),
    ("f() { a; }", "function |f|\n  group\n    simple |a| → semicolon"),
    ("function f { a; }; f", "function |f| → semicolon\n  group\n    simple |a| → semicolon\nsimple |f|"),
    ("[[ -f a && $b =~ ^(x|y)$ ]] && c", "condition |-f|a|&&|$b|=~|^(x|y)$| → and\nsimple |c|"),
    ("((a > b)) || c", "arithmetic |((a > b))| → or\nsimple |c|"),
    ("((a); b)", "subshell\n  subshell → semicolon\n    simple |a|\n  simple |b|"),
    ("!(a)", "subshell !\n  simple |a|"),
  ])
  func `a compound command has its commands within`(text: String, expected: String) {
    expectSame(outline(text), expected)
  }

  @Test(arguments: [
    (
      "echo $(a | b) c",
      """
      simple |echo|$(a | b)|c|
        simple substitution |a| → pipe
        simple substitution |b|
      """
    ),
    (
      "echo \"x $(a \"$(b)\")\"",
      """
      simple |echo|x $(a "$(b)")|
        simple substitution |a|$(b)|
          simple substitution |b|
      """
    ),
    ("a=`b c`", "simple a=`b c`\n  simple substitution |b|c|"),
    (
      "echo ${x:-$(a)} $((1 + $(b)))",
      """
      simple |echo|${x:-$(a)}|$((1 + $(b)))|
        simple substitution |a|
        simple substitution |b|
      """
    ),
    (
      "diff <(a) >(b)",
      """
      simple |diff|<(a)|>(b)|
        simple processSubstitution |a|
        simple processSubstitution |b|
      """
    ),
    ("a=(x $(y))", "simple a=(x $(y))\n  simple substitution |y|"),
    (
      "echo $(case a in b) c;; esac)",
      """
      simple |echo|$(case a in b) c;; esac)|
        caseSelection substitution |a|
          branch |b|
            simple |c|
      """
    ),
    ("cat <<X\n$(a)\nX\nb", "simple |cat| <<X → newline\n  simple substitution |a|\nsimple |b|"),
    ("cat <<'X'\n$(a)\nX\nb", "simple |cat| <<'X' → newline\nsimple |b|"),
  ])
  func `commands in substitutions are listed too`(text: String, expected: String) {
    expectSame(outline(text), expected)
  }

  @Test func `a pipeline knows its commands`() throws {
    let script = Script(parsing: SourceText(path: "run.sh", bytes: Array("! (a; b) | c && d".utf8)))
    let pipeline = try #require(script.pipelines.first)
    #expect(script[pipeline.range].string == "! (a; b) | c")
    #expect(pipeline.isNegated)
    #expect(pipeline.count == 2)
    #expect(script.commands[pipeline.first].kind == .subshell)
    #expect(script[script.commands[pipeline.last].range].string == "c")
    #expect(pipeline.connector == .and)
  }

  @Test func `a range ends where the command ends`() {
    let text = MarkedText("  1️⃣a 'b'  >x2️⃣  # c\n")
    let script = Script(parsing: text.source())
    #expect(script.commands.map(\.range) == [text.range(1, 2)])
    #expect(script.comments.map { script[$0].string } == ["# c"])
  }

  @Test func `a script is read from a stretch of a text`() {
    let text = MarkedText("RUN --mount=x 1️⃣a $(b)2️⃣\nRUN (")
    let script = Script(parsing: text.source(), in: text.range(1, 2))
    #expect(script.commands.map { script[$0.range].string } == ["a $(b)", "b"])
    #expect(script.problem == nil)
  }

  @Test func `here-documents follow each other`() {
    let text = "a <<X; b <<-\"Y\" | c\nx $A\nX\n\ty\n\tY\nd"
    let script = Script(parsing: SourceText(path: "run.sh", bytes: Array(text.utf8)))
    #expect(script.heredocs.map { script[$0.body].string } == ["x $A\n", "\ty\n"])
    #expect(script.heredocs.map(\.isExpanded) == [true, false])
    #expect(script.heredocs.map(\.stripsTabs) == [false, true])
    #expect(script.heredocs.map(\.isTerminated) == [true, true])
    #expect(script.heredocs.map { script[script.commands[$0.command].range].string } == ["a <<X", "b <<-\"Y\""])
    #expect(script.calls.map(\.name.string) == ["a", "b", "c", "d"])
  }
}
