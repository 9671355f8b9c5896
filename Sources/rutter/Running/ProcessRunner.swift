import Glibc
import Run
import Source
import Synchronization

/// Runs programs: with a time limit, all that they print in one stream, and nothing to read.
struct ProcessRunner: Sendable {
  /// How much output is kept; what comes later is thrown away.
  private static let mostOutput = 1 << 20

  /// Whether it ends what it runs when somebody ends the whole run. What cleans up does not.
  let heedsInterruption: Bool

  /// Runs a program to its end.
  func run(_ command: EngineCommand) -> EngineOutcome {
    if heedsInterruption, Interruption.signal != nil { return EngineOutcome(.interrupted) }
    let start = Self.now
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return EngineOutcome(.notStarted(Self.reason(errno))) }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    var process: pid_t = 0
    let code = Self.spawn(command, output: writing, &process)
    close(writing)
    guard code == 0 else { return EngineOutcome(.notStarted("\(command.words[0]): \(Self.reason(code))")) }
    var stream = OutputReader(descriptor: reading)
    let ending = watch(process, &stream, until: start + Double(command.seconds))
    return EngineOutcome(ending, output: stream.bytes, seconds: Self.now - start)
  }

  // MARK: Starting

  private static func spawn(_ command: EngineCommand, output: Int32, _ process: inout pid_t) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    // A group of its own: all that it starts can be ended with it.
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { unsafe sigaddset(&defaults, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    let arguments = CStrings(command.words)
    let variables = CStrings(environment(adding: command.environment))
    return unsafe arguments.withPointers { words in
      unsafe variables.withPointers { variables in
        guard let words = words.baseAddress, let program = unsafe words.pointee,
          let variables = variables.baseAddress
        else { return EINVAL }
        return unsafe posix_spawnp(&process, program, &actions, &attributes, words, variables)
      }
    }
  }

  /// The variables of this process, with others.
  private static func environment(adding more: [String: String]) -> [String] {
    var variables: [String] = []
    var next = unsafe environ
    while let text = unsafe next.pointee {
      let variable = unsafe String(cString: text)
      let name = String(variable.prefix { $0 != "=" })
      if more[name] == nil { variables.append(variable) }
      unsafe next += 1
    }
    return variables + more.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  // MARK: Watching

  /// Reads what a process prints until it ends, or until its time is over.
  private func watch(_ process: pid_t, _ stream: inout OutputReader, until deadline: Double) -> EngineOutcome.Ending {
    var status: Int32 = 0
    while true {
      stream.read(waiting: 20, most: Self.mostOutput)
      if unsafe waitpid(process, &status, WNOHANG) == process {
        stream.drain(most: Self.mostOutput)
        return .exited(Self.code(of: status))
      }
      let isInterrupted = heedsInterruption && Interruption.signal != nil
      guard isInterrupted || Self.now > deadline else { continue }
      Self.end(process, &stream)
      return isInterrupted ? .interrupted : .timedOut
    }
  }

  /// Asks a process and what it started to end, and ends them when they do not.
  private static func end(_ process: pid_t, _ stream: inout OutputReader) {
    var status: Int32 = 0
    kill(-process, SIGTERM)
    let deadline = now + 3
    while now < deadline {
      stream.read(waiting: 20, most: mostOutput)
      if unsafe waitpid(process, &status, WNOHANG) == process {
        kill(-process, SIGKILL)
        return
      }
    }
    kill(-process, SIGKILL)
    unsafe waitpid(process, &status, 0)
  }

  /// The exit code, as a shell counts: 128 and the signal's number where one ended it.
  private static func code(of status: Int32) -> Int {
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  private static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

  /// Seconds of a clock that never goes back.
  static var now: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What a process prints, as it comes.
private struct OutputReader {
  let descriptor: Int32
  private(set) var bytes: [UInt8] = []
  private var isAtEnd = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Takes what is there, and waits for it for some milliseconds.
  mutating func read(waiting milliseconds: Int32, most: Int) {
    guard !isAtEnd else {
      poll(nil, 0, milliseconds)
      return
    }
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&wait, 1, milliseconds) > 0 else { return }
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      isAtEnd = got == 0
      count = max(0, got)
    }
    bytes += piece.prefix(max(0, most - bytes.count))
  }

  /// Takes what is left when the process has ended. What it started may hold the stream open, so nobody waits for an end.
  mutating func drain(most: Int) {
    var count = -1
    while !isAtEnd, bytes.count != count {
      count = bytes.count
      read(waiting: 0, most: most)
    }
  }
}

/// Texts as C wants a list of them.
private struct CStrings {
  private let texts: [[CChar]]

  init(_ texts: [String]) {
    self.texts = texts.map { Array($0.utf8CString) }
  }

  /// Calls `body` with pointers to the texts, and a null pointer at their end.
  func withPointers<Result>(_ body: (UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>) -> Result) -> Result {
    var pointers = unsafe texts.map { text in unsafe strdup(text) }
    unsafe pointers.append(nil)
    defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0) }
  }
}
