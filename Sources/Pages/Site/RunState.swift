import Source

/// When code of a page was run, and what came of it.
public struct RunState: Sendable {
  /// Whether the code, and all that it depends on, is still what was run.
  public let isCurrent: Bool
  /// The engine and its version, as `buildah 1.28.2`.
  public let engine: String
  /// The day, as `2026-11-26`.
  public let date: String
  /// What else there is to say in a few words, such as the image's size; empty where nothing is.
  public let facts: String
  /// What was printed; empty where nothing was.
  public let printed: String

  /// Says when code was run.
  public init(isCurrent: Bool, engine: String, date: String, facts: String = "", printed: String = "") {
    self.isCurrent = isCurrent
    self.engine = engine
    self.date = date
    self.facts = facts
    self.printed = printed
  }

  /// Writes it as the foot of a code block.
  func write(to html: inout ByteWriter) {
    let hasMore = isCurrent && !(facts.isEmpty && printed.isEmpty)
    html.append(hasMore ? "<details class=\"run\"><summary>" : "<p class=\"run\">")
    html.append(isCurrent ? "Ran with " : "Changed since it ran with ")
    html.append(escaping: engine)
    html.append(" on <time>")
    html.append(escaping: date)
    html.append("</time>")
    guard hasMore else { return html.append("</p>") }
    html.append("</summary>")
    if !facts.isEmpty {
      html.append("<p>")
      html.append(escaping: facts)
      html.append("</p>")
    }
    if !printed.isEmpty {
      html.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"What was printed\">")
      html.append(escaping: printed)
      html.append("</pre>")
    }
    html.append("</details>")
  }
}
