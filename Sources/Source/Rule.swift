/// The name of a rule: its dialect, a slash and a sentence in a few words, as in `notes/broken-link`.
public struct RuleID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  /// The whole name.
  public let name: String

  /// The rule named `name`.
  public init(_ name: String) {
    self.name = name
  }

  /// The rule named by a literal.
  public init(stringLiteral name: String) {
    self.name = name
  }

  /// By name.
  public static func < (one: RuleID, other: RuleID) -> Bool {
    one.name < other.name
  }
}

/// What a rule is called and what it asks for, apart from how it is checked.
///
/// Each rule has a page, `content/rules/<name>.md`, whose `bad` and `good` fences are its test.
///
/// It never changes, and it is one reference: every finding carries it.
public final class Rule: Sendable {
  /// Its name, as in `notes/broken-link`.
  public let id: RuleID
  /// How much a finding of it matters.
  public let severity: Severity
  /// The rule in one sentence, without a full stop.
  public let summary: String
  /// What to do about a finding, in one sentence.
  public let advice: String
  /// The names by which other tools know it.
  public let aliases: [String]
  /// The kind of fix that its findings may come with; nothing where people have to mend them.
  public let fix: FixKind?

  /// A kind of fix.
  public enum FixKind: Sendable {
    /// Some of its fixes leave the meaning as it is.
    case safe
    /// All of them may change it.
    case unsafe
  }

  /// A rule in words.
  public init(
    _ id: RuleID, _ severity: Severity, _ summary: String, advice: String, aliases: [String] = [],
    fix: FixKind? = nil
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.advice = advice
    self.aliases = aliases
    self.fix = fix
  }

  /// The same rule, whose findings matter as much as `severity` says.
  public func weighing(_ severity: Severity) -> Rule {
    Rule(id, severity, summary, advice: advice, aliases: aliases, fix: fix)
  }

  /// The same rule, by other names: what it found is known elsewhere by a name that not all of its findings have.
  public func known(as aliases: [String]) -> Rule {
    Rule(id, severity, summary, advice: advice, aliases: aliases, fix: fix)
  }
}
