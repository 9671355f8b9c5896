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
    // Keys come one by one and are not shown; Ctrl-C still ends the program.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  deinit {
    guard var before else { return }
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  /// The next key, or the first letter of the next line; a line feed for an empty one. Nothing at the end.
  func next() -> UInt8? {
    guard let first = byte() else { return nil }
    if before == nil, first != 0x0A {
      while let rest = byte(), rest != 0x0A {}
    }
    return first
  }

  private func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let got = unsafe read(STDIN_FILENO, &byte, 1)
      if got == 1 { return byte }
      guard got < 0, errno == EINTR, Interruption.signal == nil else { return nil }
    }
  }
}
