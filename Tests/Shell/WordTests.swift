import Shell
import Source
import TestSupport
import Testing

/// The second word of a command `x …`.
private func word(_ text: String) throws -> (Script, Script.Word) {
  let script = Script(parsing: SourceText(path: "run.sh", bytes: Array("x \(text)".utf8)))
  let words = script.words(of: try #require(script.commands.first))
  return (script, try #require(words.dropFirst().first))
}

@Suite struct WordTests {
  @Test(arguments: [
    ("abc", "abc"), ("'a b'\"c d\"e", "a bc de"), ("\"\"", ""), ("a\\ b\\\"", "a b\""), ("\"a\\n\\\"\\$\"", "a\\n\"$"),
    ("a\\\nb", "ab"), ("\"a\\\nb\"", "ab"), ("$'a\\'b'", "a\\'b"), ("'$x'", "$x"), ("\"'a'\"", "'a'"), ("\\é", "é"),
    ("*.deb", "*.deb"), ("{a,'b'}c", "{a,b}c"), ("a$", "a$"), ("\"a$\"", "a$"), ("{}", "{}"), ("a#b", "a#b"),
  ])
  func `a word without expansions has a value`(text: String, value: String) throws {
    let (script, word) = try word(text)
    #expect(script[word.range].string == text)
    #expect(script.literal(word)?.string == value)
  }

  @Test(arguments: ["$x", "a${x}b", "\"$x\"", "$(a)", "`a`", "$((1))", "<(a)", "${x:-'a'}", "x=(a b)", "$1", "\"$@\""])
  func `a word with an expansion has none`(text: String) throws {
    let (script, word) = try word(text)
    #expect(script[word.range].string == text)
    #expect(script.literal(word) == nil)
  }

  @Test func `expansions stay as they are written`() throws {
    let (script, word) = try word("'a'\"$b ${c:-d}\"$(e 'f')")
    #expect(script[word].string == "a$b ${c:-d}$(e 'f')")
  }

  @Test(arguments: [
    ("abc", "literal abc"),
    ("a'b'", "literal a, singleQuoted 'b'"),
    ("a$b/c", "literal a, parameter $b, literal /c"),
    ("\"a$b\"$c", "doubleQuoted \"a$b\", literal a quoted, parameter $b quoted, parameter $c"),
    ("${a:-$b}", "parameter ${a:-$b} fallback, parameter $b"),
    ("\"${a:-$b}\"", "doubleQuoted \"${a:-$b}\", parameter ${a:-$b} quoted fallback, parameter $b quoted"),
    ("${#a}", "parameter ${#a} length"),
    ("${#}", "parameter ${#}"),
    ("${a##*/}", "parameter ${a##*/} withoutPrefix, literal */"),
    ("${a[1]}", "parameter ${a[1]} indexed, literal [1] quoted"),
    ("${!a}", "parameter ${!a} indirection"),
    ("${a//x/'}'}", "parameter ${a//x/'}'} replacement, literal x/, singleQuoted '}'"),
    ("${a^^}", "parameter ${a^^} letterCase"),
    ("${a:1:2}", "parameter ${a:1:2} substring, literal 1:2"),
    ("$1a", "parameter $1, literal a"),
    ("$@", "parameter $@"),
    ("a*b?[!c]", "literal a, glob *, literal b, glob ?, glob [!c]"),
    ("@(a|b)", "glob @(a|b), literal a|b"),
    ("a{b,$c}d", "literal a, braces {b,$c}, literal b,, parameter $c, literal }, literal d"),
    ("{1..3}", "braces {1..3}, literal 1..3}"),
    ("{a}", "literal {, literal a}"),
    ("$((a + $b))", "arithmetic $((a + $b)), literal a +  quoted, parameter $b quoted"),
    ("`a`", "backquotes `a`"),
    ("\\$a", "escaped \\$, literal a"),
  ])
  func `a word has parts`(text: String, expected: String) throws {
    let (script, word) = try word(text)
    let parts = script.parts(of: word).map { part in
      var words = "\(part.kind) \(script[part.range].string)"
      if part.isQuoted, [.literal, .parameter].contains(part.kind) { words += " quoted" }
      if part.operation != .none { words += " \(part.operation)" }
      if part.isIndexed { words += " indexed" }
      return words
    }
    expectSame(parts.joined(separator: ", "), expected)
  }

  @Test(arguments: [
    ("$abc/d", "abc"), ("${a_1:-b}", "a_1"), ("$10", "1"), ("${10}", "10"), ("${#x}", "x"), ("$?", "?"),
  ])
  func `a parameter has a name`(text: String, name: String) throws {
    let (script, word) = try word(text)
    let part = try #require(script.parts(of: word).first)
    #expect(script[part.name].string == name)
  }

  @Test func `a substitution knows its commands`() throws {
    let (script, word) = try word("$(a; b $(c)) d")
    let part = try #require(script.parts(of: word).first)
    #expect(script.commands[part.commands].map { script[$0.range].string } == ["a", "b $(c)", "c"])
  }

  @Test func `parts go on behind what is within`() throws {
    let (script, word) = try word("\"a$b\"c")
    let parts = script.parts(of: word)
    let first = try #require(parts.first)
    #expect(script[script.parts[first.end].range].string == "c")
  }

  @Test func `an array has words`() throws {
    let script = Script(parsing: SourceText(path: "run.sh", bytes: Array("a=(b\n'c d' # e\n$f)".utf8)))
    let value = try #require(script.commands.first.flatMap { script.assignments(of: $0).first }).value
    let part = try #require(script.parts(of: value).first)
    #expect(script.words[part.words].map { script[$0].string } == ["b", "c d", "$f"])
  }
}
