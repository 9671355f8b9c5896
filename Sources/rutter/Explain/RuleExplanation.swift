import Source

/// Rules in words: their pages.
struct RuleExplanation {
  private let rules: [Rule]

  /// The rules that are called `name`, by us or by another tool; nothing where none is.
  init?(_ name: String) {
    let folded = name.lowercased()
    rules = Checks.rules.filter { rule in
      rule.id.name == name || rule.aliases.contains { $0.lowercased() == folded }
    }
    if rules.isEmpty { return nil }
  }

  /// Their pages, for people.
  func text(_ style: TextStyle) -> String {
    rules.map { rule in
      let page = RulePage.named(rule.id.name).map { TerminalPage.text($0.markdown, style: style) }
      let names = rule.aliases.isEmpty ? "" : ", elsewhere \(rule.aliases.joined(separator: ", "))"
      return "\(style.bold(rule.id.name)) (\(rule.severity.name)\(names))\n\n\(page ?? rule.summary + "\n")"
    }
    .joined(separator: "\n")
  }

  /// The same for programs.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("rules") { json in
        for rule in rules { Self.write(rule, &json) }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private static func write(_ rule: Rule, _ json: inout JSONWriter) {
    json.object { json in
      json.member("rule", rule.id.name)
      json.array("aliases") { json in
        for alias in rule.aliases { json.string(alias) }
      }
      json.member("severity", rule.severity.name)
      json.member("summary", rule.summary)
      json.member("advice", rule.advice)
      json.member("help", "rules/\(rule.id.name)/")
      json.member("page", RulePage.named(rule.id.name)?.markdown)
    }
  }
}
