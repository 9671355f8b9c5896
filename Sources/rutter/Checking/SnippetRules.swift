import Source

/// Rules about the code in notes as such.
enum SnippetRules {
  static let unexpectedSuccess = Rule(
    "snippets/unexpected-success", .warning, "Let code that is expected to fail have something wrong with it",
    advice: "Take 'expect=fail' from the fence, or show again what goes wrong")

  /// Nothing is wrong with code that was expected to fail.
  static func unexpectedSuccess(_ place: Place) -> Diagnostic {
    Diagnostic(unexpectedSuccess, "Nothing wrong with code that is expected to fail", at: place)
  }
}
