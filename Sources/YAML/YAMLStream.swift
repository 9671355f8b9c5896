public import Source

/// The YAML documents of a text.
///
/// Reading is total: it gives what could be understood, with the problems beside it, and goes on with the next document
/// after a bad one.
///
/// ```swift
/// let stream = YAMLStream(source, dialect: .core)
/// let title = stream.documents.first?["title"]?.string
/// ```
public struct YAMLStream: Sendable {
  /// How deep lists and mappings may stand in each other; a document that goes deeper is cut off there.
  public static let depthLimit = 200
  /// How many problems are told of one text. One with as many syntax errors is not read to its end.
  public static let problemLimit = 500

  /// The root of each document, in order. Of a document with a syntax error it holds what stands before the error.
  public let documents: [YAMLNode]
  /// What is wrong, in the order of the text.
  public let problems: [YAMLProblem]

  /// Reads the YAML in a text.
  ///
  /// - Parameters:
  ///   - source: The text; all places are offsets into it.
  ///   - range: The stretch to read, if not all of it.
  ///   - dialect: Whose reading of unquoted scalars counts.
  public init(_ source: SourceText, in range: SourceRange? = nil, dialect: YAMLDialect) {
    let end = min(range?.end ?? source.bytes.count, source.bytes.count)
    let text = Self.withoutMark(source.bytes[min(range?.start ?? 0, end)..<end])
    let check = CharacterCheck(text)
    let readable = check.readable(text)
    let reader = DocumentReader(readable, wide: check.wide, problems: check.problems(in: text))
    let tree = YAMLTree(source: source, dialect: dialect, reader.tree)
    documents = reader.tree.roots.map { YAMLNode(tree: tree, index: $0) }
    let problems = reader.problems
    self.problems = problems.count < 2 ? problems : problems.sorted { $0.range.start < $1.range.start }
  }

  private static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text
  }
}
