public import Source

/// A place in a Dockerfile where a term stands.
public struct TermUse: Sendable, Hashable {
  /// The term: its number in ``Term/all``.
  public let term: Int
  /// Where it stands in the file. It goes over a line's end only where the word itself is broken there.
  public let range: SourceRange
}

extension Dockerfile {
  /// What the file is written in, in order: its directives, instructions, flags, options of mounts, and the build
  /// arguments that the builder knows. They do not overlap. Words that the builder would refuse are none.
  public var terms: [TermUse] {
    var finder = TermFinder(self)
    for directive in directives { finder.find(in: directive) }
    for instruction in instructions { finder.find(in: instruction) }
    return finder.found
  }
}
