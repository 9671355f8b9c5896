import Glibc

/// Reads what somebody answers: single keys from a terminal, else lines.
struct KeyReader: ~Copyable {
  /// How the terminal was before; nothing where it is none.
  private let before: termios?

  init() {
    var settings = termios()
    guard isatty(STDIN_FILENO) == 1, unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else {
      before = nil
      return
    }
    before = settings
    // Keys come one by one and are not shown; Ctrl-C is one, so that the terminal is put right before the program ends.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  deinit {
    guard var before else { return }
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  /// The next key, or the first letter of the next line; a line feed for an empty one. Nothing at the end.
  func next() -> UInt8? {
    guard let first = byte(), before == nil || !Self.ends.contains(first) else { return nil }
    if before == nil, first != 0x0A {
      while let rest = byte(), rest != 0x0A {}
    }
    return first
  }

  /// Ctrl-C and Ctrl-D.
  private static let ends: [UInt8] = [0x03, 0x04]

  private func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let got = unsafe read(STDIN_FILENO, &byte, 1)
      if got == 1 { return byte }
      guard got < 0, errno == EINTR else { return nil }
    }
  }
}
