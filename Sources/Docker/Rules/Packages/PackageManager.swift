import Source

/// A program that installs packages: how its command line is read, and what names one version of a package there.
struct PackageManager: Sendable {
  /// How flags of one dash are read.
  enum FlagStyle: Sendable {
    /// Each letter is a flag: `-qy`.
    case letters
    /// All of it is one: `-tags`.
    case words
  }

  /// The names of the program, without folders.
  let programs: [StaticString]
  /// The Python module that is the program: `pip` of `python3 -m pip`.
  var module: StaticString?
  /// The commands that install what is named behind them.
  let installs: [StaticString]
  /// Words that only say of what the command behind them is: `module` of `dnf module install`.
  var subjects: [StaticString] = []
  /// The flags, without dashes, that take the next word as their value.
  var valueFlags: [StaticString] = []
  /// How flags of one dash are read.
  var flagStyle = FlagStyle.letters
  /// Whether what follows `--` is not its own.
  var endsAtDashes = false
  /// What stands between a package and its version.
  let versionMark: StaticString
  /// Whether an operand of an install names one version, or something that has no other: a file, a folder, an address.
  let isPinned: @Sendable (Bytes, PackageCall) -> Bool

  /// Whether the program goes by this name. Versions may follow: `pip3.12`.
  func isProgram(_ name: Bytes) -> Bool {
    programs.contains { name == $0 || module != nil && name.isVersioned($0) }
  }
}
