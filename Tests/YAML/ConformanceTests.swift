import Source
import TestSupport
import Testing

@testable import YAML

/// How real readers type scalars: `corpus/kubernetes/yaml_scalars.jsonl` of the shared folder.
@Suite struct ConformanceTests {
  @Test("Kubernetes' scalars are typed as its own reader types them", .needsShared)
  func kubernetes() throws {
    try compare(.kubernetes, with: "go(sigs.k8s.io/yaml)") { scalar in
      // It refuses these as a whole, since it takes YAML through JSON; they are read here and left to a rule.
      [".inf", "-.inf", "+.inf", ".nan", "{{ .values.x }}"].contains(scalar.lowercased())
    }
  }

  @Test("Core scalars are typed as a reader of YAML 1.2 types them", .needsShared)
  func core() throws {
    try compare(.core, with: "ruamel(1.2)") { scalar in
      // It keeps underscores, binary numbers and dates from YAML 1.1, and `!` alone, `<<` and `=` have meanings of its own;
      // its integers have no limit.
      scalar.contains("_") || scalar == "2001-01-01" || scalar.utf8.count > 20 || ["!", "<<", "="].contains(scalar)
        || scalar.hasPrefix("0b") || scalar.contains("{{")
    }
  }

  private func compare(_ dialect: YAMLDialect, with reader: String, except isKnown: (String) -> Bool) throws {
    let lines = try Shared.lines("corpus/kubernetes/yaml_scalars.jsonl")
    #expect(lines.count > 50)
    for line in lines {
      // JSON of this kind is YAML in one line.
      let row = try #require(yaml(line).documents.first)
      let scalar = try #require(row["scalar"]?.text)
      let expected = try #require(row[reader]?[0]?.text)
      if isKnown(scalar) { continue }
      let stream = yaml("v: " + scalar + "\n", dialect)
      #expect(name(stream) == Self.names[expected] ?? expected, "\(scalar)")
    }
  }

  private static let names = ["NoneType": "null"]

  private func name(_ stream: YAMLStream) -> String {
    guard stream.problems.isEmpty, let value = stream.documents.first?["v"] else { return "error" }
    return switch value.kind {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "str"
    case .sequence: "list"
    case .mapping: "map"
    }
  }

  @Test(
    "Every manifest that is valid YAML is read without a problem", .needsShared,
    arguments: ["kubernetes/valid", "compose/valid"])
  func valid(corpus: String) throws {
    for line in try Shared.lines("corpus/\(corpus).jsonl") {
      let row = try #require(yaml(line).documents.first)
      let text = try #require(row["yaml"]?.text)
      let stream = yaml(text, .kubernetes)
      #expect(stream.problems.isEmpty, "\(row["id"]?.text ?? "")")
      for document in stream.documents { checkPlainScalars(document, text) }
    }
  }
}

/// Whether each plain scalar on one line below a node stands in `text` as it reads.
func checkPlainScalars(_ root: YAMLNode, _ text: String) {
  let bytes = Array(text.utf8)
  var waiting = [root]
  while let node = waiting.popLast() {
    if node.isAlias { continue }
    waiting += node.items
    for entry in node.entries { waiting += [entry.key, entry.value] }
    guard node.style == .plain, !node.bytes.isEmpty else { continue }
    let written = bytes[node.range.start..<node.range.end]
    let breaks = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"] as [Unicode.Scalar]
    if String(decoding: written, as: UTF8.self).unicodeScalars.contains(where: { breaks.contains($0) }) { continue }
    #expect(Array(written) == Array(node.bytes))
  }
}
