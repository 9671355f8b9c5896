import Glibc

/// Another program at work: it is given bytes to read, and what it writes goes to files without names, so that it never
/// waits for us.
struct ChildProcess {
  /// How it came to its end.
  struct Ending {
    /// The exit code; 128 and the signal's number where one ended it, as a shell counts.
    let code: Int
    let output: [UInt8]
    let errors: [UInt8]
  }

  private let process: pid_t
  private let output: Int32
  private let errors: Int32

  /// Starts a program that is found on `PATH`; nothing, with `errno` set, where there is none.
  ///
  /// - Parameter environment: What is added to our own.
  init?(_ words: [String], environment: [String: String] = [:], input: [UInt8] = []) {
    guard let reading = Self.file(), let output = Self.file(), let errors = Self.file() else { return nil }
    defer { close(reading) }
    guard writeAll(input, to: reading), lseek(reading, 0, SEEK_SET) == 0 else { return nil }
    var process: pid_t = 0
    let code = Self.spawn(words, environment, [reading, output, errors], &process)
    guard code == 0 else {
      close(output)
      close(errors)
      errno = code
      return nil
    }
    (self.process, self.output, self.errors) = (process, output, errors)
  }

  /// Runs a program to its end; nothing, with `errno` set, where there is none.
  static func run(_ words: [String], environment: [String: String] = [:], input: [UInt8] = []) -> Ending? {
    guard let child = ChildProcess(words, environment: environment, input: input) else { return nil }
    while true {
      if let ending = child.ending(waiting: true) { return ending }
    }
  }

  /// How it ended; nothing while it is at work. Not to be asked again after that.
  func ending(waiting: Bool = false) -> Ending? {
    var status: Int32 = 0
    let ended = unsafe waitpid(process, &status, waiting ? 0 : WNOHANG)
    guard ended == process || (ended < 0 && errno == ECHILD) else { return nil }
    let signal = status & 0x7F
    return Ending(
      code: signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal), output: Self.take(output),
      errors: Self.take(errors))
  }

  /// Makes it end, and waits for that.
  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    unsafe waitpid(process, &status, 0)
    close(output)
    close(errors)
  }

  /// All bytes of a file that is not needed any more.
  private static func take(_ descriptor: Int32) -> [UInt8] {
    defer { close(descriptor) }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return [] }
    return FileReader.read(descriptor, expecting: 0) ?? []
  }

  /// A file without a name that programs which we start do not see.
  private static func file() -> Int32? {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/rutter-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    unsafe unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], _ streams: [Int32], _ process: inout pid_t
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    var words = unsafe words.map { unsafe strdup($0) }
    unsafe words.append(nil)
    var variables = unsafe variables(adding: environment).map { unsafe strdup($0) }
    unsafe variables.append(nil)
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    guard let program = unsafe words[0] else { return EINVAL }
    return unsafe posix_spawnp(&process, program, &actions, nil, words, variables)
  }

  /// The variables of this process, with others.
  private static func variables(adding more: [String: String]) -> [String] {
    var variables: [String] = []
    var next = unsafe environ
    while let text = unsafe next.pointee {
      let variable = unsafe String(cString: text)
      if more[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
      unsafe next += 1
    }
    return variables + more.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}
