import Foundation

/// A program to run, and what it said.
package struct Command: Sendable {
  /// The end of a run.
  package struct Outcome: Sendable {
    /// The exit code; 128 and the signal's number where one ended it, as a shell counts.
    package let exit: Int32
    /// What it wrote.
    package let output: String
    /// What it wrote to standard error.
    package let errors: String
    /// Whether it had to be ended because it took too long.
    package let timedOut: Bool
  }

  /// The program could not be started.
  package struct NotStarted: Error {
    /// Why.
    package let reason: String
  }

  private let arguments: [String]
  private let folder: String?
  private let environment: [String: String]
  private let input: String?

  /// A program, found on `PATH`, with arguments; `environment` is added to ours.
  package init(
    _ program: String, _ arguments: [String] = [], in folder: String? = nil,
    environment: [String: String] = [:], input: String? = nil
  ) {
    self.arguments = [program] + arguments
    self.folder = folder
    self.environment = environment
    self.input = input
  }

  /// A line for `sh`.
  package init(shell line: String, in folder: String, environment: [String: String] = [:]) {
    self.init("sh", ["-c", line], in: folder, environment: environment)
  }

  /// Runs it to its end, or for `seconds` at most.
  package func run(seconds: Double = 60) throws -> Outcome {
    // Files, not pipes: a pipe that nobody reads blocks the program.
    let scratch = NSTemporaryDirectory() + "/rutter-command-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let process = try start(scratch)
    let timedOut = !wait(for: process, seconds: seconds)
    if timedOut {
      end(process)
    }
    let code = process.terminationStatus
    return Outcome(
      exit: process.terminationReason == .uncaughtSignal ? 128 + code : code,
      output: Repository.text(scratch + "/out") ?? "", errors: Repository.text(scratch + "/err") ?? "",
      timedOut: timedOut)
  }

  /// Starts it and ends it the hard way after `seconds`, as a power cut would; true where it was still running.
  package func kill(after seconds: Double) throws -> Bool {
    let scratch = NSTemporaryDirectory() + "/rutter-command-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let process = try start(scratch)
    if wait(for: process, seconds: seconds) { return false }
    end(process)
    return true
  }

  private func start(_ scratch: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: scratch + "/in"))
    try Data().write(to: URL(fileURLWithPath: scratch + "/out"))
    try Data().write(to: URL(fileURLWithPath: scratch + "/err"))
    process.standardInput = FileHandle(forReadingAtPath: scratch + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
    do {
      try process.run()
    } catch {
      throw NotStarted(reason: "\(arguments.joined(separator: " ")): \(error)")
    }
    return process
  }

  /// False where it still runs after `seconds`.
  private func wait(for process: Process, seconds: Double) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > end { return false }
      usleep(2_000)
    }
    return true
  }

  /// Ends a process with all that it started: `waitUntilExit` waits for them too.
  private func end(_ process: Process) {
    if Foundation.kill(-process.processIdentifier, SIGKILL) != 0 {
      Foundation.kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
  }
}
