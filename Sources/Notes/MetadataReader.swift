public import Source
package import YAML

/// A text of front matter or settings, and where it is written.
public struct PlacedText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Where it stands.
  public let range: SourceRange

  /// A text at a place.
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// Reads typed values out of YAML nodes and collects what does not fit. A key without a value counts as not written.
package struct MetadataReader {
  package private(set) var problems: [MetadataProblem] = []

  package init() {}

  package mutating func add(_ problem: MetadataProblem) {
    problems.append(problem)
  }

  /// A text; a number or a truth value counts as the text it is written with.
  package mutating func text(_ node: YAMLNode, of key: String) -> String? {
    switch node.kind {
    case .null: return nil
    case .sequence, .mapping:
      refuse(node, key, expected: "a text")
      return nil
    default: return node.text
    }
  }

  /// Texts: a list of them, or one alone. `[[a]]`, as a link between notes looks without quotes, counts as `[a]`.
  package mutating func texts(_ node: YAMLNode, of key: String) -> [PlacedText] {
    guard node.kind == .sequence else {
      return text(node, of: key, expected: "a text or a list of texts").map { [$0] } ?? []
    }
    var texts: [PlacedText] = []
    for item in node.items {
      let inner = item.kind == .sequence && item.items.count == 1 ? item[0] ?? item : item
      if let text = text(inner, of: key, expected: "a text or a list of texts") { texts.append(text) }
    }
    return texts
  }

  private mutating func text(_ node: YAMLNode, of key: String, expected: String) -> PlacedText? {
    switch node.kind {
    case .null: return nil
    case .sequence, .mapping:
      refuse(node, key, expected: expected)
      return nil
    default: return PlacedText(node.text, at: node.range)
    }
  }

  package mutating func bool(_ node: YAMLNode, of key: String) -> Bool? {
    if node.bool == nil, !node.isNull { refuse(node, key, expected: "true or false", allowed: ["true", "false"]) }
    return node.bool
  }

  package mutating func number(_ node: YAMLNode, of key: String) -> Double? {
    if node.double?.isFinite == true { return node.double }
    if !node.isNull { refuse(node, key, expected: "a number") }
    return nil
  }

  /// A whole number that is not negative.
  package mutating func count(_ node: YAMLNode, of key: String) -> Int? {
    if let count = node.int, count >= 0 { return count }
    if !node.isNull { refuse(node, key, expected: "a whole number from 0 on") }
    return nil
  }

  package mutating func date(_ node: YAMLNode, of key: String) -> CalendarDate? {
    if node.isNull { return nil }
    if let date = CalendarDate(node.bytes) { return date }
    refuse(node, key, expected: "a date such as 2026-11-23")
    return nil
  }

  /// One of the names of an enumeration.
  package mutating func choice<Choice>(_ node: YAMLNode, of key: String) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    if node.isNull { return nil }
    if let choice = Choice(rawValue: node.text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    refuse(node, key, expected: "one of " + names.joined(separator: ", "), allowed: names)
    return nil
  }

  /// Says that the value of `key` is not what was expected.
  package mutating func refuse(_ node: YAMLNode, _ key: String, expected: String, allowed: [String] = []) {
    let kind = MetadataProblem.Kind.invalidValue(key: key, expected: expected, found: Self.name(of: node))
    problems.append(MetadataProblem(kind, at: node.range, allowed: allowed))
  }

  /// What a node is, in words.
  package static func name(of node: YAMLNode) -> String {
    switch node.kind {
    case .sequence: "a list"
    case .mapping: "keys with values"
    case .null: "nothing"
    default: "'\(node.text)'"
    }
  }
}
