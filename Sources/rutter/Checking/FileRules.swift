import Source

/// Rules about files as files.
enum FileRules {
  static let unreadable = Rule(
    "files/unreadable", .error, "Let every file of the content folder be read",
    advice: "Check the file's permissions and where its links lead; it is left out of the site")

  static let hadolintSettings = Rule(
    "files/hadolint-settings", .warning, "Use settings of hadolint that exist",
    advice: "Correct the setting, or take it out; it is passed over")

  static let all = [unreadable, hadolintSettings]

  static func unreadable(_ path: String, _ message: String) -> Diagnostic {
    Diagnostic(unreadable, message, at: Place(path: path, range: SourceRange(at: 0)))
  }
}
