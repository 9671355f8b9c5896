import Run
import Synchronization

/// A world in which every command succeeds and nothing happens: what would be done is noted.
final class Rehearsal: Sendable {
  private let noted = Mutex<[String]>([])

  /// What would be done, as lines for a shell.
  var lines: [String] { noted.withLock { $0 } }

  /// The world.
  var host: EngineHost {
    EngineHost(
      run: { [self] command in
        noted.withLock { $0.append(command.line) }
        // What an image runs is only known when it is built: it is shown as three dots.
        let asksForImage = command.words.contains("inspect")
        return EngineOutcome(.exited(0), output: asksForImage ? Array("ce280a6\n".utf8) : [])
      },
      write: { [self] folder, files in
        let names = files.map(\.path).joined(separator: " ")
        noted.withLock { $0.append("# in \(folder): \(names.isEmpty ? "nothing" : names)") }
        return nil
      })
  }
}
