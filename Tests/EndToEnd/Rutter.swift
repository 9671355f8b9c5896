import Foundation
import TestSupport
import Testing

/// The program as a person runs it.
enum Rutter {
  /// `RUTTER`, or the one that was built beside these tests.
  static let path: String =
    Repository.environment("RUTTER")
    ?? Repository.parent(URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().path) + "/rutter"

  /// Whether it can build sites already.
  static let builds: Bool = help.contains("build")

  private static let help: String = (try? Command(path, ["--help"]).run(seconds: 10).output) ?? ""

  /// The environment in which a shell finds it; the terminal's language and colours are left out of the tests.
  static let environment: [String: String] = [
    "PATH": Repository.parent(path) + ":" + (Repository.environment("PATH") ?? "/usr/bin:/bin"),
    "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC",
  ]

  /// Runs it with arguments in a folder.
  static func run(_ arguments: [String], in folder: TemporaryFolder, seconds: Double = 120) throws -> Command.Outcome {
    try Command(path, arguments, in: folder.path, environment: environment).run(seconds: seconds)
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs a test only with a program that can build.
  static var needsBuild: ConditionTrait {
    .enabled(if: Rutter.builds, "'rutter build' is not there yet")
  }

  /// Runs a test only with the program that `Tests/run` builds for release: a debug build takes too long for it.
  static var needsRelease: ConditionTrait {
    .enabled(if: Repository.environment("RUTTER") != nil, "it takes a release build (Tests/run swift, or RUTTER)")
  }

  /// Runs a test only where everything is allowed to us, as mounting is.
  static var needsRoot: ConditionTrait {
    .enabled(if: geteuid() == 0, "only root may do this")
  }
}
