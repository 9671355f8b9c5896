public import Source

/// An instruction where it stands: what it meets, and what its words become.
public struct BuildStep: Sendable {
  /// Where files of a step come from.
  public enum Origin: Sendable {
    /// The folder that is sent to the builder.
    case context
    /// A stage, as an index of `BuildPlan.stages`.
    case stage(Int)
    /// An image, or `scratch`.
    case image(Bytes)
  }

  /// The index of the instruction in `Dockerfile.instructions`; of the ONBUILD for one that a child runs.
  public let index: Int
  /// The stage that runs it, as an index of `BuildPlan.stages`; nothing above the first FROM.
  public let stage: Int?
  /// Whether it stands behind an ONBUILD of the base.
  public let isTrigger: Bool
  /// The stage as the instruction finds it; for a FROM only the variables, which are the global ones.
  public let state: StageState
  /// The words of it that the builder expands, in its order. One that cannot be expanded is not among them.
  public internal(set) var words: [ExpandedWord] = []
  /// Where COPY and ADD take local files from.
  public internal(set) var origin = Origin.context
  /// What RUN mounts, in order, each with where its files come from; nothing for one that takes none.
  public internal(set) var mounts: [(mount: Mount, origin: Origin?)] = []
  /// Whether it changes files, so that the image gets a layer.
  public internal(set) var makesLayer = false

  /// What the paths of COPY or ADD became: the sources and, at the end, the target.
  public func paths(of instruction: Instruction) -> [ExpandedWord] {
    guard case .words(let written, _) = instruction.arguments, let first = written.first, let last = written.last else {
      return []
    }
    return words.filter { $0.word.range.start >= first.range.start && $0.word.range.end <= last.range.end }
  }

  /// What a word of the instruction became; nothing where the builder does not expand it.
  public func expansion(of word: Word) -> ExpandedWord? {
    words.first { $0.word.range == word.range }
  }
}

/// A word after its variables were replaced and its quotes taken away.
public struct ExpandedWord: Sendable {
  /// The word as written.
  public let word: Word
  /// What it became.
  public let value: Bytes
  /// What it fell into, where it may be several words, as in EXPOSE.
  public let parts: [Bytes]
  /// The variables that it names, with places in `Dockerfile.text`.
  public let uses: [VariableUse]
}
