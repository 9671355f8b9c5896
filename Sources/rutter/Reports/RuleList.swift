import Source

/// The rules that there are: for people a line each, for programs an object.
struct RuleList {
  private let rules: [Rule]
  private let optional: Set<RuleID>

  /// A list of `rules`, of which `optional` only run where somebody asks for them.
  init(_ rules: [Rule], optional: Set<RuleID>) {
    self.rules = rules
    self.optional = optional
  }

  /// `dockerfile/as-casing (info, fix): Write 'AS' in the letter case of its 'FROM'`
  var text: [UInt8] {
    var output = ByteWriter()
    for rule in rules {
      var words = [rule.severity.name]
      if optional.contains(rule.id) { words.append("off unless named") }
      switch rule.fix {
      case .safe: words.append("fix")
      case .unsafe: words.append("unsafe fix")
      case nil: break
      }
      output.append("\(rule.id.name) (\(words.joined(separator: ", "))): \(rule.summary)\n")
    }
    return output.finish()
  }

  /// One object and a line feed.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("rules") { json in
        for rule in rules {
          json.object { json in
            json.member("rule", rule.id.name)
            json.array("aliases") { json in
              for alias in rule.aliases { json.string(alias) }
            }
            json.member("severity", rule.severity.name)
            json.member("summary", rule.summary)
            json.member("advice", rule.advice)
            json.member("optional", optional.contains(rule.id))
            json.member("fix", rule.fix.map { $0 == .safe ? "safe" : "unsafe" })
            json.member("help", "rules/\(rule.id.name)/")
          }
        }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }
}
