public import Source

/// Which steps of a build are taken from the cache that another build left.
///
/// A step is cached where all that makes it up is the same: for RUN the command, the variables, the directory, the user
/// and the mounts; for COPY and ADD the files and where they go; for each of them all steps before it.
///
/// Reference: <https://docs.docker.com/build/cache/invalidation/>
public struct LayerCache: Sendable {
  /// A step of a build, as the builder shows them.
  public struct Step: Sendable {
    /// The stage, as an index of `BuildPlan.stages`.
    public let stage: Int
    /// The index of its instruction in `Dockerfile.instructions`.
    public let index: Int
    /// The beginning of its line as the builder shows it: `build 2/3`; the name is missing where there is one stage.
    public let label: String
    /// Whether it only puts the result of `COPY --link` on top of the others.
    public let isLink: Bool
    /// Whether it is cached.
    public let isCached: Bool
  }

  /// What the context holds at a path: a file, all in a folder, or what a pattern with `*` or `?` matches.
  ///
  /// It gives a number that stands for names and contents, without what the patterns behind it leave out; nothing where
  /// there is nothing.
  public typealias Contents = (_ path: Bytes, _ excluded: [Bytes]) -> ContentHash?

  /// The steps, stage by stage. A step that stands in two stages with all before it is one step.
  public let steps: [Step]

  /// Compares a build with the one before it.
  public init(
    of plan: BuildPlan, in contents: @escaping Contents, after before: BuildPlan,
    in contentsBefore: @escaping Contents
  ) {
    var cache = LayerKeys(before, contentsBefore)
    let known = cache.read().map { $0.key }.sorted()
    var keys = LayerKeys(plan, contents)
    var seen = NameMap<Bool>()
    steps = keys.read().compactMap { layer in
      let name = (0..<8).map { UInt8(truncatingIfNeeded: layer.key >> ($0 * 8)) }[...]
      guard seen[name] == nil else { return nil }
      seen.set(name, to: true)
      return Step(
        stage: layer.stage, index: layer.index, label: layer.label, isLink: layer.isLink,
        isCached: Self.contains(layer.key, in: known))
    }
  }

  private static func contains(_ key: UInt64, in known: [UInt64]) -> Bool {
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < known.count && known[low] == key
  }
}
