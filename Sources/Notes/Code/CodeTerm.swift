/// A word of a language that code in notes is written in, such as Dockerfile's `COPY` or `--from`, as far as the room that
/// knows the language lists it. A topic may explain it.
public struct CodeTerm: Sendable {
  /// What it is called, the most precise name first.
  public let names: [String]
  /// What it is for, in one sentence.
  public let explanation: String
  /// The field that it belongs to, such as `docker`.
  public let domain: String
  /// The term that it belongs to, as a flag does to an instruction: its place in the list.
  public let owner: Int?
  /// A rule that is about nothing else, by its name.
  public let rule: String?

  /// A term that is called `names`.
  public init(names: [String], explanation: String, domain: String, owner: Int? = nil, rule: String? = nil) {
    self.names = names
    self.explanation = explanation
    self.domain = domain
    self.owner = owner
    self.rule = rule
  }
}
