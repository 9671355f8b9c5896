import Glibc

/// A stream that people or programs read.
struct Terminal: Sendable {
  static let output = Terminal(descriptor: STDOUT_FILENO)
  static let error = Terminal(descriptor: STDERR_FILENO)

  private let descriptor: Int32

  /// Whether a person is looking at it, and likes colours (`NO_COLOR`, `TERM=dumb`).
  var hasColours: Bool {
    guard isatty(descriptor) == 1 else { return false }
    return unsafe getenv("NO_COLOR") == nil && (unsafe getenv("TERM")).map { unsafe strcmp($0, "dumb") != 0 } ?? false
  }

  func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes all of `bytes`; a reader that has gone away ends it.
  func write(_ bytes: [UInt8]) {
    _ = writeAll(bytes, to: descriptor)
  }
}

/// Ends the program at once.
func endProgram(withCode code: Int32) -> Never {
  Glibc.exit(code)
}
