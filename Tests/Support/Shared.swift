package import Testing

/// The folder of corpora that several projects share. Tests that read it skip, and say so, where it is missing.
package enum Shared {
  /// `RUTTER_SHARED`, or `../shared` beside the package.
  package static let root: String =
    Repository.environment("RUTTER_SHARED") ?? Repository.parent(Repository.root) + "/shared"

  /// Whether the folder is there.
  package static let isThere: Bool = Repository.text(root + "/DESIGN.md") != nil

  /// A path in the folder as a path of the disk.
  package static func path(_ relative: String) -> String {
    root + "/" + relative
  }

  /// The text of a file in the folder; a missing one fails the test.
  package static func text(_ relative: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(
      Repository.text(path(relative)), "\(path(relative)) cannot be read", sourceLocation: sourceLocation)
  }

  /// The lines of a file in the folder, without the empty ones; for JSON Lines.
  package static func lines(_ relative: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try text(relative, sourceLocation: sourceLocation).split(separator: "\n").map(String.init)
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs a test only where the shared corpora are; elsewhere the run says that it skips.
  package static var needsShared: ConditionTrait {
    .enabled(if: Shared.isThere, "\(Shared.root) is not there (set RUTTER_SHARED)")
  }
}
