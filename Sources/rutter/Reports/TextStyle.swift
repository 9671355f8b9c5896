/// How text for people is stressed: with the colours of a terminal, or not at all.
struct TextStyle: Sendable {
  let hasColours: Bool

  /// What catches the eye.
  func bold(_ text: String) -> String { wrap(text, "1") }

  /// What stays behind.
  func faint(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
