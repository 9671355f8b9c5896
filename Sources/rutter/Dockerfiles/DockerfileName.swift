/// The names that Dockerfiles have: `Dockerfile`, `Dockerfile.dev`, `web.dockerfile`, `Containerfile`.
enum DockerfileName {
  /// Whether a file of this path is one, for somebody who names it.
  static func matches(_ path: String) -> Bool {
    let name = lowercasedName(path)
    if endings.contains(where: { name.hasSuffix($0) }) { return true }
    return stems.contains { name.hasPrefix($0) } && !name.hasSuffix(".dockerignore") && !isNote(name)
  }

  /// Whether a file of this path, found in a folder, is one: not a template of one, and not a program about them.
  static func isFound(at path: String) -> Bool {
    guard matches(path) else { return false }
    let name = lowercasedName(path)
    guard let stem = stems.first(where: { name.hasPrefix($0) }) else { return true }
    let rest = name.dropFirst(stem.count)
    guard let separator = rest.first else { return true }
    return ".-_".contains(separator) && !foreignEndings.contains { rest.hasSuffix($0) }
  }

  private static let stems = ["dockerfile", "containerfile"]
  private static let endings = [".dockerfile", ".containerfile"]

  /// What ends the names of files that are made into Dockerfiles, hold others of their kind, or only share the word.
  private static let foreignEndings = [
    ".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".erb", ".mustache", ".in", ".orig", ".rej", ".bak",
    ".swp", ".html", ".txt", ".json", ".yaml", ".yml", ".swift",
  ]

  private static func isNote(_ name: String) -> Bool {
    name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  private static func lowercasedName(_ path: String) -> String {
    (path.split(separator: "/").last ?? "").lowercased()
  }
}
