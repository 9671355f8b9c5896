import TestSupport
import Testing

@testable import Notes

@Suite("The graph for other programs")
struct GraphFormatTests {
  private static let site = SmallSite([
    "docker/volume.md": "---\ntitle: Volume\ncontrasts: [Mount]\nrequires: Engine\n---\nKeeps \"data\" & more.",
    "docker/mount.md": "---\ntitle: Mount\ncontrasts: [Volume]\n---\nSee [[Engine]].",
    "engine.md": "# Engine\n\nRuns.",
  ])

  @Test("has a box around each domain, and one line for both directions of a contrast")
  func dot() {
    let text = String(
      decoding: GraphDOT.bytes(Self.site.knowledge, GraphPart(of: Self.site.knowledge.graph)), as: UTF8.self)
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("  \"") }
    #expect(
      lines.joined(separator: "\n") == #"""
          "engine" [label="Engine", tooltip="Runs.", URL="engine/"];
          subgraph "cluster_docker" {
            label="docker";
            "docker/mount" [label="Mount", tooltip="See Engine.", URL="docker/mount/"];
            "docker/volume" [label="Volume", tooltip="Keeps \"data\" &amp; more.", URL="docker/volume/"];
          }
          "docker/mount" -> "docker/volume" [dir=none, style=dashed, color="#8250df", weight=0, label="contrasts with"];
          "docker/mount" -> "engine" [color="#afb8c1", weight=0];
          "docker/volume" -> "engine" [color="#cf222e", penwidth=1.3, label="requires"];
        }
        """#)
  }

  @Test("has typed attributes in GraphML")
  func graphml() {
    let text = String(
      decoding: GraphML.bytes(Self.site.knowledge, GraphPart(of: Self.site.knowledge.graph)), as: UTF8.self)
    let node = text.split(separator: "\n").first { $0.contains("id=\"docker/volume\"") }
    #expect(
      node?.drop { $0 == " " } == """
        <node id="docker/volume"><data key="label">Volume</data><data key="domain">docker</data>\
        <data key="definition">Keeps &quot;data&quot; &amp; more.</data><data key="url">docker/volume/</data>\
        <data key="stub">false</data><data key="note">docker/volume.md</data></node>
        """)
    #expect(XMLCheck.fault(in: text) == nil)
  }

  @Test("stays whole whatever things are called")
  func hostile() {
    let pieces = [
      "\\\"", "\\\\", "\\n", "'", "<b>", "&amp;", "&", "]]>", "-->", "{", "}", "[", ";", "\\u0001", "\\uFFFE",
      "\\uFFFF",
      "é", "\u{1F600}", " ", "a", "#", "%", "\\t", "\\x7F", "->",
    ]
    for var random in Random.series(300) {
      func name() -> String { "x" + random.text(of: pieces, upTo: 8) }
      let notes = (0..<3).map { number in
        (
          "a/\(number).md",
          "---\ntitle: \"\(name())\"\naliases: [\"\(name())\"]\nsummary: \"\(name())\"\ndomain: \"\(name())\"\n"
            + "requires: a/\((number + 1) % 3).md\ncontrasts: a/\((number + 2) % 3).md\n---\nText"
        )
      }
      let knowledge = SmallSite(notes).knowledge
      let part = GraphPart(of: knowledge.graph)
      #expect(part.edges.count == 6, "seed \(random.seed)")
      let dot = String(decoding: GraphDOT.bytes(knowledge, part), as: UTF8.self)
      #expect(DOTCheck.fault(in: dot) == nil, "seed \(random.seed): \(dot)")
      let xml = String(decoding: GraphML.bytes(knowledge, part), as: UTF8.self)
      #expect(XMLCheck.fault(in: xml) == nil, "seed \(random.seed): \(xml)")
    }
  }
}

/// Reads DOT as far as our writer goes: strings end where Graphviz ends them, and between them is nothing but grammar.
private enum DOTCheck {
  static func fault(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var (index, depth) = (0, 0)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          if bytes[index] < 0x20 { return "a control character" }
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if index >= bytes.count { return "a string without an end" }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case let byte where !byte.isGrammar: return "'\(Character(UnicodeScalar(byte)))' outside of a string"
      default: break
      }
      index += 1
    }
    return depth == 0 ? nil : "brackets"
  }
}

/// Reads XML without comments and the like.
private enum XMLCheck {
  static func fault(in text: String) -> String? {
    var open: [Substring] = []
    for (number, part) in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst().enumerated() {
      guard let end = part.firstIndex(of: ">") else { return "a tag without an end" }
      let tag = part[..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
      if number == 0 { continue }
      if tag.hasPrefix("/") {
        if open.popLast() != name { return "</\(name)> closes nothing" }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      if tag.filter({ $0 == "\"" }).count % 2 != 0 { return "quotes in <\(tag)>" }
      for entity in part.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
        guard ["amp", "lt", "gt", "quot", "#39"].contains(String(entity.prefix { $0 != ";" })) else {
          return "&\(entity)"
        }
      }
    }
    let isAllowed = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
    }
    if !isAllowed { return "a character that XML has not" }
    return open.isEmpty ? nil : "<\(open.joined(separator: ", "))> are open"
  }
}

extension UInt8 {
  fileprivate var isGrammar: Bool {
    self < 0x80 && (Character(UnicodeScalar(self)).isLetter || " \n=,;->_.0123456789".utf8.contains(self))
  }
}
