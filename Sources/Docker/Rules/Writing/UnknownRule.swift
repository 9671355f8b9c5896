import Source

extension DockerfileRule {
  /// What is silenced is a rule.
  static let unknownRule = DockerfileRule(
    Rule(
      "dockerfile/unknown-rule", .info, "Silence rules that exist",
      advice: "Correct the name, or take it out", fix: .unsafe)
  ) { inspection, findings in
    for (pragma, _) in inspection.suppressions.pragmas {
      for name in pragma.rules where !isKnown(name, to: pragma) {
        let isRefusal = DockerfileRules.refusals.contains { name.elementsEqual($0.id.name.utf8) }
        let meant = isRefusal ? nil : names.nearest(to: name.string)
        let hint = meant.map { ", did you mean '\($0)'?" } ?? ""
        findings.report(
          isRefusal
            ? "Rule '\(name.string)' cannot be silenced: the builder stops there"
            : "Rule '\(name.string)' does not exist\(hint)",
          atSource: name.range, fix: fix(name.range, meant, in: inspection.file))
      }
    }
  }

  private static let names = Vocabulary(DockerfileRules.list.flatMap { $0.rule.aliases + [$0.rule.id.name] })

  /// There are more rules of hadolint and ShellCheck than we have.
  private static func isKnown(_ name: Bytes, to pragma: Pragma) -> Bool {
    name == "all" && pragma.tool != .hadolint || RuleTable.isCode(name) || !DockerfileRules.table[name].isEmpty
  }

  private static func fix(_ range: SourceRange, _ name: String?, in file: Dockerfile) -> Fix? {
    name.map { Fix("Write '\($0)'", isSafe: false, edits: [Fix.Edit(file.source.rangeInFile(range), $0)]) }
  }
}
