import Source

/// A program that is started to do something for a snippet.
package struct EngineCommand: Sendable, Equatable {
  /// The program and its arguments.
  package var words: [String]
  /// Variables that it gets beside those of this process.
  package var environment: [String: String] = [:]
  /// How long it may take, in seconds.
  package var seconds: Int

  /// Starts `words`.
  package init(_ words: [String], seconds: Int) {
    self.words = words
    self.seconds = seconds
  }

  /// It as a line for a shell.
  package var line: String {
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.quoted($0.value))" }
    return (variables + words.map(Self.quoted)).joined(separator: " ")
  }

  /// A word as a shell takes it for one.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { $0.isNameByte || "-./:=,@+%".utf8.contains($0) }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

/// How a program ended, and what it said.
package struct EngineOutcome: Sendable {
  /// How it ended.
  package enum Ending: Sendable, Equatable {
    /// With this code.
    case exited(Int)
    /// It took too long and was ended.
    case timedOut
    /// Somebody ended the whole run.
    case interrupted
    /// It could not be started.
    case notStarted(String)
  }

  /// How it ended.
  package let ending: Ending
  /// What it wrote to both standard output and standard error, in the order in which it did.
  package let output: [UInt8]
  /// How long it took.
  package let seconds: Double

  /// How something ended.
  package init(_ ending: Ending, output: [UInt8] = [], seconds: Double = 0) {
    self.ending = ending
    self.output = output
    self.seconds = seconds
  }

  /// Whether it ended with 0.
  package var isFine: Bool { ending == .exited(0) }
}

/// The world outside, as far as running needs it.
package struct EngineHost: Sendable {
  /// Runs a program to its end.
  package let run: @Sendable (EngineCommand) -> EngineOutcome
  /// Writes the files of a folder, which is new; says why where that fails.
  package let write: @Sendable (_ folder: String, _ files: [ContextFile]) -> String?

  /// A world.
  package init(
    run: @escaping @Sendable (EngineCommand) -> EngineOutcome,
    write: @escaping @Sendable (_ folder: String, _ files: [ContextFile]) -> String?
  ) {
    self.run = run
    self.write = write
  }
}
