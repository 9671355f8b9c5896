import Source
import Testing

@testable import YAML

@Suite struct SyntaxWordsTests {
  @Test(
    "Errors are told in plain words at the place that matters",
    arguments: [
      ("a: [1, 2\n", "[", "'[' is not closed"),
      ("a: {b: 1\n---\nc: 1\n", "{", "'{' is not closed"),
      ("a: 'b\nc: d\n", "'", "''' is not closed"),
      ("a: \"b\n", "\"", "'\"' is not closed"),
      ("a: {b: '1'; c: 2}\nd: 1\n", ";", "';' in a mapping in braces where ',' or '}' belongs"),
      ("a: [b] c\n", "c", "'c' after the end of a value"),
      ("title: Docker: the basics\n", ":", "Second ': ' in a line: put the value in quotes if it belongs to that"),
      ("a: b\n  c: d\n", "c", "Key 'c' below a text: a value is either a text or keys with values"),
      ("a: b\n- c: d\n", "-", "'-' in a mapping where a key belongs: a key ends with ':'"),
      ("a:\n  b: 1\n c: 2\n", "c:", "'c:' in column 2, among keys that start in column 1"),
      ("a:\n   b: 1\n  c: 2\n", "c:", "'c:' in column 3, among keys that start in column 1"),
      ("- a\nb: 1\n", "b:", "'b:' in a list where an item belongs: an item starts with '- '"),
      ("a:\n  - b\n  c: 1\n", "c:", "'c:' in a list where an item belongs: an item starts with '- '"),
      ("a: 1\nimage:nginx\nb: 1\n", "image:", "Key 'image' without a space after its ':'"),
      ("a: 1\n....\nb: 1\n", "....", "'....' where a key belongs: a key ends with ':'"),
      ("a: @b\n", "@", "'@' cannot start a value: put it in quotes"),
      ("a: `b`\n", "`", "'`' cannot start a value: put it in quotes"),
      ("a:\n\tb: 1\n", "\t", "Tab in the indentation: YAML indents with spaces"),
      ("a: ****\n", "*", "'*' refers to an anchor: put the value in quotes if it is a text"),
      ("a: \"\\d\"\n", "\\d\"", "Unknown escape in double quotes: single quotes keep '\\' as it is"),
      ("a: 1\n...\nb: 1\n", "b:", "'b:' after the end of a document: a new one starts with '---'"),
      ("a: !x!y z\n", "!x!y", "Tag with a prefix that no %TAG line defines"),
    ])
  func words(text: String, place: String, message: String) {
    let problems = yaml(text).problems
    #expect(problems.map(\.message) == [message])
    #expect(problems.map { cut(text, $0.range) } == [place])
  }

  @Test("The opening of what is broken is a second place")
  func notes() {
    let problem = yaml("a: {b: '1'; c: 2}\n").problems.first
    #expect(problem?.notes == [YAMLProblem.Note("'{' opens here", at: SourceRange(3, 4))])
  }

  @Test("What is long is cut short in a message")
  func shortened() {
    let long = String(repeating: "x", count: 5_000)
    #expect(yaml("a: 1\n\(long)\nb: 1\n").problems.first?.message.utf8.count ?? 0 < 120)
  }
}
