import Source

/// The shell that runs the scripts of a stage.
struct RunShell: Sendable {
  /// Which one it is.
  enum Kind: Sendable {
    case sh, bash, dash, ash, ksh, zsh, powershell, cmd
    /// One whose language is not known, or no shell at all.
    case other
  }

  /// Which one it is.
  var kind: Kind
  /// Whether a pipeline fails where any of its commands does: it is started with `-o pipefail`.
  var hasPipefail = false
  /// Whether a script ends at the first command that fails: it is started with `-e`.
  var hasErrexit = false
  /// Whether nothing but the builder chose it.
  var isDefault = false

  /// Whether it reads the language that `Script` parses.
  var readsScripts: Bool { kind.readsScripts }

  /// What the builder takes where nobody says.
  static let standard = RunShell(kind: .sh, isDefault: true)
  /// The same on Windows.
  static let windows = RunShell(kind: .cmd, isDefault: true)

  init(kind: Kind, isDefault: Bool = false) {
    self.kind = kind
    self.isDefault = isDefault
  }

  /// The shell that SHELL names with its options.
  init(_ words: [Word], in file: Dockerfile) {
    let words = words.map { file[$0] }
    let first = words.first.map { Self.program($0) } ?? []
    let start = first == "env" ? 1 : 0
    self.init(words.dropFirst(start).map { $0 })
  }

  /// The shell behind `#!`.
  init(interpreter line: Bytes) {
    let words = line.split { $0.isSpace }
    let first = words.first.map { Self.program($0) } ?? []
    self.init(first == "env" ? words.dropFirst().drop { $0.first == UInt8(ascii: "-") }.map { $0 } : words)
  }

  private init(_ words: [Bytes]) {
    kind = Kind(program: words.first.map { Self.program($0) } ?? [])
    var isOption = false
    for word in words.dropFirst() {
      if isOption, word == "pipefail" { hasPipefail = true }
      if isOption, word == "errexit" { hasErrexit = true }
      isOption = false
      guard word.first == UInt8(ascii: "-"), !word.hasPrefix("--") else { continue }
      if word.contains(UInt8(ascii: "e")) { hasErrexit = true }
      isOption = word.last == UInt8(ascii: "o")
    }
  }

  /// The name of a program without the folders that it is in.
  private static func program(_ path: Bytes) -> Bytes {
    let separator = path.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return separator.map { path[($0 + 1)...] } ?? path
  }
}

extension RunShell.Kind {
  /// Whether it reads the language that `Script` parses.
  var readsScripts: Bool {
    switch self {
    case .sh, .bash, .dash, .ash, .ksh, .zsh: true
    case .powershell, .cmd, .other: false
    }
  }

  /// The shell of this name, with or without `.exe`.
  init(program: Bytes) {
    let name = program.lowercased[...]
    switch name.hasSuffix(".exe") ? name.dropLast(4) : name {
    case "sh": self = .sh
    case "bash", "rbash": self = .bash
    case "dash": self = .dash
    case "ash", "busybox": self = .ash
    case "ksh", "ksh93", "mksh", "oksh": self = .ksh
    case "zsh": self = .zsh
    case "powershell", "pwsh": self = .powershell
    case "cmd": self = .cmd
    default: self = .other
    }
  }
}
