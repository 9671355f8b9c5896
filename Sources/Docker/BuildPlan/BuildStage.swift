public import Source

/// A stage of a build.
public struct BuildStage: Sendable {
  /// What a stage starts from.
  public enum Base: Sendable {
    /// An earlier stage, as an index of `BuildPlan.stages`.
    case stage(Int)
    /// An image.
    case image(ImageReference)
    /// `scratch`: nothing.
    case scratch
    /// What cannot be told: the name is wrong, or the excerpt has no FROM.
    case unknown
  }

  /// A stage that another one takes files from.
  public struct Need: Sendable {
    /// The index of the stage.
    public let stage: Int
    /// The value of the flag that names it.
    public let range: SourceRange
  }

  /// Its index in `BuildPlan.stages`.
  public let index: Int
  /// Its name in lower case; nothing where it has none.
  public let name: Bytes?
  /// What it starts from.
  public let base: Base
  /// What its FROM says it is for; nothing where it says nothing.
  public let platform: Platform?
  /// The indices of its instructions, its FROM with them.
  public let instructions: Range<Int>
  /// The indices of its ONBUILD instructions, which stages built on it run.
  public let onBuild: [Int]
  /// What the ONBUILD instructions of its base make it run first.
  public internal(set) var triggers: [BuildStep] = []
  /// The stages that it takes files from, in order.
  public internal(set) var needs: [Need] = []
  /// Whether the target is built from it.
  public internal(set) var isNeeded = false
  /// What it is at its end.
  public internal(set) var end = StageState()

  /// Its name, or the one that the builder shows for it: `stage-1`.
  public var title: String {
    name?.string ?? "stage-\(index)"
  }
}
