import Source
import Testing

@testable import YAML

@Suite struct ScalarTests {
  @Test(
    "The same word is another thing in another dialect",
    arguments: [
      ("no", "false", "'no'", "'no'"), ("Y", "true", "'Y'", "'Y'"), ("on", "true", "'on'", "'on'"),
      ("tRue", "'tRue'", "'tRue'", "'tRue'"), ("TRUE", "true", "true", "true"), ("~", "null", "null", "null"),
      ("0644", "420", "420", "644"), ("0o17", "15", "15", "15"), ("0x1F", "31", "31", "31"),
      ("0B11", "3", "3", "'0B11'"),
      ("08", "8", "8.0", "8"), ("1_000", "1000", "1000", "'1_000'"), ("1.0", "1", "1.0", "1.0"),
      ("1e3", "1000", "1000.0", "1000.0"), ("-.5", "-0.5", "-0.5", "-0.5"), (".", "'.'", "'.'", "'.'"),
      ("1e400", "'1e400'", "'1e400'", "inf"), ("-.INF", "-inf", "-inf", "-inf"), (".nan", "nan", "nan", "nan"),
      ("12:30", "'12:30'", "'12:30'", "'12:30'"), ("2001-01-01", "'2001-01-01'", "'2001-01-01'", "'2001-01-01'"),
      ("128Mi", "'128Mi'", "'128Mi'", "'128Mi'"), ("+12", "12", "12", "12"), ("-", "'-'", "'-'", "'-'"),
      ("99999999999999999999", "1e+20", "1e+20", "1e+20"), ("0x", "'0x'", "'0x'", "'0x'"),
      ("1e", "'1e'", "'1e'", "'1e'"),
    ])
  func dialects(text: String, kubernetes: String, compose: String, core: String) {
    func read(_ dialect: YAMLDialect) -> String {
      switch ScalarResolver(dialect: dialect).resolve(Array(text.utf8)[...]) {
      case .null: "null"
      case .bool(let value): String(value)
      case .int(let value): String(value)
      case .float(let value): String(value)
      case .string: "'\(text)'"
      }
    }
    #expect(read(.kubernetes) == kubernetes)
    #expect(read(.compose) == compose)
    #expect(read(.core) == core)
  }

  @Test("Quotes make everything a text", arguments: ["'no'", "\"1\"", "''", "|\n 1"])
  func quoted(text: String) {
    #expect(yaml(text, .kubernetes).documents.first?.kind == .string)
  }

  @Test("Accessors answer only for their own kind")
  func accessors() {
    let root = yaml("a: 1\nb: 1.5\nc: true\nd: text\ne:\n").documents.first
    #expect(root?["a"]?.int == 1)
    #expect(root?["a"]?.double == 1)
    #expect(root?["a"]?.string == nil)
    #expect(root?["a"]?.text == "1")
    #expect(root?["b"]?.int == nil)
    #expect(root?["b"]?.double == 1.5)
    #expect(root?["c"]?.bool == true)
    #expect(root?["d"]?.bool == nil)
    #expect(root?["d"]?.string == "text")
    #expect(root?["e"]?.isNull == true)
    #expect(root?["f"] == nil)
    #expect(root?.items.isEmpty == true)
  }
}
