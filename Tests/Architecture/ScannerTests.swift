import Testing

@Suite("How the tests of the house read Swift")
struct ScannerTests {
  @Test(arguments: [
    ("let a = \"print(\" // print(\nb", "let a =                   \nb"),
    ("a /* x /* y */ z */ b", "a                   b"),
    (##"a #"x " y"# b"##, "a           b"),
    ("a \"x \\\" y\" b", "a          b"),
    ("a \"\"\"\n \"x\"\n\"\"\" b", "a    \n    \n    b"),
  ])
  func commentsAndLiteralsAreBlankedOut(text: String, expected: String) {
    #expect(CodeScanner.blanked(text) == expected)
  }

  @Test func `imports are found with their attributes`() {
    let file = SwiftFile(
      path: "Room/a.swift",
      text: """
        public import Source
        @testable import Markdown
        import struct YAML.Node
        // import No
        let important = 1
        """)
    #expect(file.imports.map(\.module) == ["Source", "Markdown", "YAML"])
    #expect(file.room == "Room")
  }

  @Test func `only calls count as uses`() {
    let text = "func print(x) {}\nout.print(1)\nprint (2)\nprint(3)\nprinter(4)\n"
    let file = SwiftFile(path: "Room/a.swift", text: text)
    #expect(file.uses(of: ["print"]).map(\.line) == [4])
  }

  @Test func `functions are measured from their name to their brace`() {
    let file = SwiftFile(
      path: "Room/a.swift",
      text: """
        struct A {
          init() {}
          func one(
            a: Int
          ) {
            if a { b }
          }
          var two: Int {
            2
          }
        }
        """)
    #expect(file.functions.map(\.name) == ["init", "one", "two"])
    #expect(file.functions.map(\.count) == [1, 5, 3])
  }
}
