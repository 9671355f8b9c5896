import Shell
import Source
import TestSupport
import Testing

@Suite struct ProblemTests {
  @Test(arguments: [
    ("1️⃣if2️⃣ a", "Unclosed 'if': 'then' is missing"),
    ("1️⃣if2️⃣ a; then b", "Unclosed 'if': 'fi' is missing"),
    ("for i in 1; 1️⃣echo2️⃣; done", "Unexpected 'echo'"),
    ("1️⃣while2️⃣ a; do b", "Unclosed 'while': 'done' is missing"),
    ("if a; then 1️⃣fi2️⃣", "Unexpected 'fi'"),
    ("a; 1️⃣done2️⃣", "Unexpected 'done'"),
    ("a; 1️⃣}2️⃣", "Unexpected '}'"),
    ("a1️⃣)2️⃣", "Unexpected ')'"),
    ("1️⃣(2️⃣a", "Unclosed '(': ')' is missing"),
    ("echo 1️⃣$(2️⃣a", "Unclosed '$(': ')' is missing"),
    ("echo 1️⃣\"2️⃣a", "Unclosed '\"': '\"' is missing"),
    ("echo 1️⃣'2️⃣a", "Unclosed ''': ''' is missing"),
    ("echo 1️⃣`2️⃣a", "Unclosed '`'"),
    ("echo 1️⃣${2️⃣a", "Unclosed '${': '}' is missing"),
    ("a; 1️⃣&&2️⃣ b", "Unexpected '&&'"),
    ("a &&1️⃣ 2️⃣", "Unexpected end of the script"),
    ("1️⃣|2️⃣ a", "Unexpected '|'"),
    ("a >1️⃣;2️⃣", "Unexpected ';'"),
    ("a 1️⃣(2️⃣b)", "Unexpected '('"),
    ("case a 1️⃣b2️⃣", "Unexpected 'b'"),
    ("1️⃣[[2️⃣ a", "Unclosed '[[': ']]' is missing"),
    ("f() 1️⃣a2️⃣", "Unexpected 'a'"),
  ])
  func `the first problem is told with its place`(marked: String, message: String) throws {
    let text = MarkedText(marked)
    let problem = try #require(Script(parsing: text.source()).problem)
    #expect(problem.message == message)
    #expect(problem.range == text.range(1, 2))
  }

  @Test(arguments: [
    "a;", "a &", "a\n\nb", "if a\nthen b\nfi", "case x in esac", "case x in a) ;; esac", "a=", "a= b",
    "echo \"a 'b\"", "echo 'a \"b'", "echo $((1 << 2))", "echo $(( (1) ))", "$((a); b)", "echo ${a:-(}",
    "echo \"${a#'}'}\"",
    "[ a = b ]", "[[ a < b ]]", "[[ ! ( a || b ) ]]", "find . -exec a {} \\;", "a{b", "echo }", "x=$(cat <<A\n)\nA\n)",
    "export a=(b c)", "echo a\\\r\n b\r\n", "echo [a b", "select x in a; do b; done", "{ a; } | { b; }", "a && ! b",
  ])
  func `what shells read is no problem`(text: String) {
    let problem = Script(parsing: SourceText(path: "run.sh", bytes: Array(text.utf8))).problem
    #expect(problem == nil, "\(problem?.message ?? "")")
  }

  @Test func `what stands in front of a problem is kept`() {
    let script = Script(parsing: SourceText(path: "run.sh", bytes: Array("a 'b' && c; )".utf8)))
    #expect(script.calls.map(\.name.string) == ["a", "c"])
  }
}
