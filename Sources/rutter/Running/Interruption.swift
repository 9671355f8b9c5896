import Glibc
import Synchronization

/// Notes when somebody ends the program, so that it can clean up first.
enum Interruption {
  private static let noted = Atomic<Int32>(0)

  /// The signal that came; nothing where none did.
  static var signal: Int32? {
    let signal = noted.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Waits until one comes.
  static func wait() async {
    while signal == nil { try? await Task.sleep(for: .milliseconds(40)) }
  }

  /// Begins to note signals. A second one ends the program at once.
  static func watch() {
    _ = signal
    for number in [SIGINT, SIGTERM, SIGHUP] {
      Glibc.signal(number) { number in
        if Interruption.noted.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
    }
  }
}
