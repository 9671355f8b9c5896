/// What changed on the disk, in a moment.
public struct Changes: Equatable, Sendable {
  /// The paths of files that came, changed or went, as the roots were written. A folder may stand for all that is in it.
  public var paths: Set<String>
  /// Whether anything else may have changed, too: more happened than the system keeps.
  public var isIncomplete: Bool

  /// Changes of some paths.
  public init(paths: Set<String> = [], isIncomplete: Bool = false) {
    self.paths = paths
    self.isIncomplete = isIncomplete
  }

  var isEmpty: Bool { paths.isEmpty && !isIncomplete }

  mutating func merge(_ other: Changes) {
    paths.formUnion(other.paths)
    isIncomplete = isIncomplete || other.isIncomplete
  }
}
