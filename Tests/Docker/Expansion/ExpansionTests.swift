import Source
import TestSupport
import Testing

@testable import Docker

@Suite struct ExpansionTests {
  static let variables = [
    "x=abcabc", "empty=", "path=/usr/local/bin/", "hangul=한국어", "lines=a.b\nc.d", "words=a b  c", "dollar=$0",
    "한=1",
  ]

  private func expand(
    _ word: String, as form: Expander.Form = .word, escape: Character = "\\"
  ) throws(ExpansionError) -> Expansion {
    var expander = Expander(escape: escape.asciiValue ?? 0)
    return try expander.expand(Array(word.utf8)[...], as: form, in: Environment(Self.variables))
  }

  @Test(arguments: [
    ("$x", "abcabc"), ("${x}", "abcabc"), ("$xx", ""), ("${x}x", "abcabcx"), ("a$", "a$"), ("$.", "$."), ("$$x", "x"),
    ("$1x", "x"), ("$0", ""), ("$한.", "1."), ("$한글", ""), ("$x\u{A0}", "abcabc\u{A0}"),
    ("'$x'", "$x"), ("\"$x\"", "abcabc"), (#"\$x"#, "$x"), (#""\$x""#, "$x"), (#""\a\"""#, #"\a""#), (#"a\"#, "a"),
    ("${nil:-d}", "d"), ("${empty:-d}", "d"), ("${empty-d}", ""), ("${x:-d}", "abcabc"), ("${nil:-$x}", "abcabc"),
    ("${nil:-'a}b'}", "a}b"), ("${nil:-\"}\"}", "}"), (#"${nil:-\}}"#, "}"), ("${nil-${nil:-e}}", "e"),
    ("${x:+d}", "d"), ("${empty:+d}", ""), ("${empty+d}", "d"), ("${nil+d}", ""), ("${x:?}", "abcabc"),
    ("$(x)", "$(x)"), ("`x`", "`x`"), ("$((1))", "$((1))"),
  ]) func `variables and quotes are replaced as the builder replaces them`(word: String, value: String) throws {
    #expect(try expand(word).value.string == value)
  }

  @Test(arguments: [
    ("${x#a}", "bcabc"), ("${x#*b}", "cabc"), ("${x##*b}", "c"), ("${x%b*}", "abca"), ("${x%%b*}", "a"),
    ("${x#b}", "abcabc"), ("${x%%*}", ""), ("${x%*}", "abcabc"), ("${x#*}", "abcabc"), ("${x#?}", "bcabc"),
    ("${path%/}", "/usr/local/bin"), ("${path##*/}", ""), (#"${path%\/}"#, "/usr/local/bin"),
    ("${hangul#?}", "국어"), ("${hangul%?}", "한국"), ("${hangul%%?*}", ""), ("${hangul#한}", "국어"),
    ("${lines##*.}", "b\nc.d"), ("${lines%%.*}", "a.b\nc"), ("${x%'c'}", "abcab"), ("${x#$empty}", "abcabc"),
    ("${x/b/X}", "aXcabc"), ("${x//b/X}", "aXcaXc"), ("${x//b*/X}", "aX"), ("${x//?/-}", "------"),
    ("${x/z/X}", "abcabc"),
    ("${x//[ab]/X}", "abcabc"), ("${x//b/}", "acac"), (#"${path//\//-}"#, "-usr-local-bin-"),
    ("${hangul/국/$x}", "한abcabc어"), ("${hangul//?/.}", "..."), ("${x//b/$dollar}", "abcabc"), ("${x//bc/$1}", "aa"),
    ("${x//a*b/-}", "-c"), ("${nil/a/b}", ""), ("${x//\\//.}", "abcabc"),
  ]) func `patterns take away and replace`(word: String, value: String) throws {
    #expect(try expand(word).value.string == value, "\(word)")
  }

  @Test(arguments: [
    ("a b", ["a", "b"]), ("'a b'", ["a b"]), ("$words", ["a", "b", "c"]), ("\"$words\"", ["a b  c"]), ("$nil", []),
    ("''", []), ("x$words", ["xa", "b", "c"]), (#"a\ b"#, ["a b"]), ("${nil:-'a b'}", ["a", "b"]),
    ("a\u{A0}b", ["a", "b"]),
    ("  80  443/tcp ", ["80", "443/tcp"]), ("a << EOF b", ["a", "<< EOF", "b"]), ("3<<-\tE", ["3<<-\tE"]),
  ]) func `words end at white space that no quote protects`(word: String, words: [String]) throws {
    #expect(try expand(word, as: .words).words.map(\.string) == words)
  }

  @Test func `a body keeps its quotes`() throws {
    #expect(try expand(#"'$x' "a\$b" `c"#, as: .body, escape: "`").value.string == #"'abcabc' "a$b" `c"#)
    #expect(try expand("it's", as: .body).value.string == "it's")
  }

  @Test func `the escape character is the one of the file`() throws {
    #expect(try expand(#"C:\a`$x"#, escape: "`").value.string == #"C:\a$x"#)
  }

  @Test(arguments: [
    ("a 1️⃣'b2️⃣", "Quote 'b is not closed"),
    ("1️⃣\"$x2️⃣", "Quote \"$x is not closed"),
    ("a1️⃣${x2️⃣", "Substitution '${x' is not closed by '}'"),
    ("1️⃣${x:-'a2️⃣", "Substitution '${x:-'a' is not closed by '}'"),
    ("1️⃣${}2️⃣b", "Substitution '${}' names no variable"),
    ("1️⃣${:-x}2️⃣", "Substitution '${:-x}' names no variable"),
    ("1️⃣${x/a}2️⃣b", "Substitution '${x/a}' lacks the second '/', before what to put in place"),
    ("1️⃣${x:?no x}2️⃣", nil),
    ("1️⃣${nil:?no $x}2️⃣", "Variable 'nil' is not set: no abcabc"),
    ("1️⃣${empty:?}2️⃣", "Variable 'empty' is not set"),
    (#"1️⃣${x#\a}2️⃣"#, #"Pattern of '${x#\a}' escapes what needs no escape; '\' stands before '*', '?' or '\' only"#),
  ]) func `what cannot be expanded is said at its place`(marked: String, message: String?) throws {
    let text = MarkedText(marked)
    do throws(ExpansionError) {
      _ = try expand(text.string)
      #expect(message == nil)
    } catch {
      #expect(error.message == message)
      #expect(error.range == text.range(1, 2))
    }
  }

  @Test(arguments: ["${x^^}", "${x,}", "${x:1:2}", "${!x}", "${#x}", "${x:=d}", "${x }", "${.}", "${x@Q}"])
  func `a modifier that the builder lacks is refused`(word: String) throws {
    let error = #expect(throws: ExpansionError.self) { try expand(word) }
    guard case .unknownModifier? = error?.reason else {
      Issue.record("\(word) is refused for \(error?.message ?? "nothing")")
      return
    }
  }

  @Test func `the variables are named with their places`() throws {
    let text = MarkedText("a 1️⃣$x2️⃣ '$y' ${nil:-$z4️⃣}")
    let uses = try expand(text.string).uses
    #expect(uses.map(\.name.string) == ["x", "z", "nil"])
    #expect(uses.map(\.isSet) == [true, false, false])
    #expect(uses.map(\.hasAlternative) == [false, false, true])
    #expect(uses.first?.range == SourceRange(text[1] + 1, text[2]))
    #expect(uses.dropFirst().first?.range.end == text[4])
  }
}

extension Environment {
  /// The variables that are written as `name=value`.
  init(_ variables: [String]) {
    self.init()
    for variable in variables {
      let bytes = Array(variable.utf8)[...]
      let name = bytes.prefix { $0 != UInt8(ascii: "=") }
      set(name, to: bytes.dropFirst(name.count + 1), by: .environment)
    }
  }
}
