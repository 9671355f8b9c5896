import ArgumentParser

/// What the command line says about mending what is found.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend what can be mended without changing what a file means.")
  var fix = false

  @Flag(name: .customLong("unsafe-fixes"), help: "Mend also what may change its meaning.")
  var unsafeFixes = false

  @Flag(help: "Write no file, but show what would change; ends with 1 if something would.")
  var diff = false

  /// Whether anything is to be mended, or shown as if it were.
  var areWanted: Bool { fix || unsafeFixes || diff }
}
