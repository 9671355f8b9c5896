import Source
import YAML

/// Whatever is read, it ends, and every node and problem stands in the text, children inside of their parents.
func yamlRangesLieInTheText(_ bytes: [UInt8]) {
  let whole = SourceRange(0, bytes.count)
  let stream = YAMLStream(SourceText(path: "a.yaml", bytes: bytes), dialect: .kubernetes)
  for problem in stream.problems {
    hold(whole.holds(problem.range), "a problem outside of the text: \(problem)")
  }
  var open = stream.documents.map { (node: $0, parent: whole) }
  while let (node, parent) = open.popLast() {
    hold(parent.holds(node.range), "a node at \(node.range.words) is outside of its parent at \(parent.words)")
    if node.isAlias { continue }
    // A syntax error before its end leaves a parent too short.
    let range = node.isBroken ? whole : node.range
    open += node.items.map { ($0, range) }
    open += node.entries.flatMap { [($0.key, range), ($0.value, range)] }
  }
}

extension SourceRange {
  /// Its offsets, for a message.
  var words: String { "\(start)..<\(end)" }

  /// Whether `other` lies in it.
  func holds(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}
