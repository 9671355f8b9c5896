import TestSupport
import Testing

/// The rules that the sources declare and their pages in `content/rules`.
private enum Rules {
  static let folder = Repository.path("content/rules")
  static let pages = Repository.files(below: folder, extensions: ["md"])
    .map { String($0.dropLast(3)) }
    .filter { !["index", "_index"].contains($0.split(separator: "/").last.map(String.init) ?? "") }

  /// Every `Rule("dialect/name", …` in the sources, by name, with its file.
  static func declared() throws -> [String: String] {
    let rule = try Regex(#"\bRule\(\s*"([a-z]+/[a-z0-9-]+)""#, as: (Substring, Substring).self)
    var declared: [String: String] = [:]
    for path in Repository.files(below: Repository.path("Sources"), extensions: ["swift"]) {
      for match in (Repository.text(Repository.path("Sources/" + path)) ?? "").matches(of: rule) {
        declared[String(match.output.1)] = path
      }
    }
    return declared
  }
}

@Suite("Every rule has its page", .enabled(if: !Rules.pages.isEmpty, "content/rules is not there yet"))
struct RulePageTests {
  @Test func `a rule without a page is no rule`() throws {
    for (rule, file) in try Rules.declared() where !Rules.pages.contains(rule) {
      Issue.record("'\(rule)' of Sources/\(file) has no page content/rules/\(rule).md")
    }
  }

  @Test func `a page tells of a rule that exists`() throws {
    let declared = try Rules.declared()
    for page in Rules.pages where declared[page] == nil {
      Issue.record("content/rules/\(page).md tells of a rule that no source declares")
    }
  }
}
