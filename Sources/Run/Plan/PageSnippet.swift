package import Source

/// A code block of a page, as far as running it goes: what its info string says, and what is in it.
package struct PageSnippet: Sendable {
  /// Its language, in lower case.
  package let language: String
  /// The words behind the language that have no value, such as `run`.
  package let words: [String]
  /// The words that have one, such as `name=web`, in order.
  package let attributes: [(key: String, value: String)]
  /// The code. Its places lead to the note's file.
  package let content: SourceText
  /// Which of the page's groups of files it belongs to: those that are shown together have the same number.
  package let folder: Int

  /// A code block.
  package init(
    language: String, words: [String] = [], attributes: [(key: String, value: String)] = [], content: SourceText,
    folder: Int = 0
  ) {
    self.folder = folder
    self.language = language
    self.words = words
    self.attributes = attributes
    self.content = content
  }

  /// What is done with it when it is run.
  package enum Kind: Sendable {
    /// A Dockerfile is built.
    case build
    /// The commands of a session are given one after the other, and what they print is compared.
    case console
    /// A script runs as a whole; this is the shell that reads it.
    case script(shell: String)
  }

  /// What is done with it; nothing where its language is none that runs.
  package var kind: Kind? {
    switch language {
    case "dockerfile", "docker", "containerfile", "buildkit": .build
    case "console", "shell-session", "shellsession", "sh-session", "terminal", "session", "bash-session": .console
    case "sh", "shell": .script(shell: "sh")
    case "bash": .script(shell: "bash")
    default: nil
    }
  }

  /// Whether its fence asks to run it.
  package var isRunnable: Bool { words.contains("run") }
  /// Why it is left out all the same; nothing where it is not.
  package var skipReason: String? { self["skip"] ?? (words.contains("skip") ? "it says skip" : nil) }
  /// The name that others know it by.
  package var name: String? { self["name"].flatMap { $0.isEmpty ? nil : $0 } }
  /// Whether it is to fail.
  package var isExpectedToFail: Bool { self["expect"] == "fail" }
  /// What it is to print when it fails.
  package var expectedMessage: String? { self["message"] }
  /// The names of the snippets that it needs.
  package var needs: [String] { list("with") }
  /// An image that none of the snippets builds, to run in.
  package var image: String? { self["image"] }
  /// Whether it may use the network.
  package var hasNetwork: Bool { words.contains("network") }
  /// Whether numbers, times, hashes and addresses in its output count by their kind alone.
  package var comparesByKind: Bool { words.contains("like") }

  /// The value of the first attribute with this key.
  package subscript(key: String) -> String? {
    attributes.first { $0.key == key }?.value
  }

  /// The values of all attributes with this key.
  package func values(_ key: String) -> [String] {
    attributes.filter { $0.key == key }.map(\.value)
  }

  /// The values of an attribute that holds several, with commas between them.
  private func list(_ key: String) -> [String] {
    values(key).flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
  }

  /// The path below the build context at which others find it: its `title` or its `file`, if that is a path. Dockerfiles
  /// are not files of other examples.
  package var contextPath: String? {
    guard let path = self["title"] ?? self["file"]?.split(separator: "#").first.map(String.init),
      ContextFile.isPath(path)
    else { return nil }
    let name = path.split(separator: "/").last ?? ""
    return name == "Dockerfile" || name == "Containerfile" || name.hasSuffix(".dockerfile") ? nil : path
  }

  /// Its first line.
  package var firstLine: SourceRange {
    SourceRange(0, content.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? content.bytes.count)
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmed: String {
    Array(utf8)[...].trimmed.string
  }
}
