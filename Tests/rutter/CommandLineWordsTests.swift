import Testing

@testable import rutter

@Suite("A command line in one text is split as a shell does it")
struct CommandLineWordsTests {
  @Test(arguments: [
    ("", []),
    ("  a\tb\n", ["a", "b"]),
    ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
    ("a'b'\"c\"", ["abc"]),
    ("''  \"\"", ["", ""]),
    (#"a\ b \' \\"#, ["a b", "'", #"\"#]),
    (#""\"" "\$x" "a\b" '\'"#, [#"""#, "$x", #"a\b"#, #"\"#]),
    ("$x *", ["$x", "*"]),
  ])
  func words(text: String, expected: [String]) throws {
    #expect(try CommandLineWords.split(text) == expected)
  }

  @Test(arguments: ["'a", "\"a", "a\\", "'a\""])
  func `an open end is refused`(text: String) {
    #expect(throws: Failure.self) { try CommandLineWords.split(text) }
  }

  @Test(arguments: ["", "a b", "it's", "'", "plain-1.0/x:y=z", "$x", "a\nb"])
  func `a quoted word is one word again`(word: String) throws {
    #expect(try CommandLineWords.split(word.quotedForShell) == [word])
  }
}
