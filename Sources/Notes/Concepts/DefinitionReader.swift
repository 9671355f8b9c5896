import Markdown
import Source

/// Reads definitions for the topics that they name.
struct DefinitionReader {
  private let names: ConceptNames
  private let topics: Topics

  init(_ names: ConceptNames, _ topics: Topics) {
    self.names = names
    self.topics = topics
  }

  /// Counts how often definitions name each topic, and gives for each topic those that its definition names.
  func connect(_ concepts: inout [Concept], _ stems: NumberLists, _ domainStems: [Int32]) -> NumberLists {
    var parts = NumberLists()
    let best: Claim = concepts.contains { $0.claim <= .written } ? .written : .title
    for number in topics.indices {
      parts.append(concepts[number].claim < .none ? self.parts(number, concepts) : [])
      guard concepts[number].claim <= best else { continue }
      for part in parts[number] { concepts[Int(part)].uses += 1 }
    }
    markCommon(&concepts, stems, parts, domainStems)
    return parts
  }

  /// The topics that a definition names, in order.
  private func parts(_ topic: Int, _ concepts: [Concept]) -> [Int32] {
    let bytes = Array(topics[topic].definition.utf8)
    let text = Text(bytes.span, [Body.Prose(at: 0, count: bytes.count, source: 0)], names.table.words)
    var finder = NameFinder(names)
    var parts: Set<Int32> = []
    for found in finder.find(in: text.words, bytes.span) {
      let senses = names.senses(of: names.names[found.name]).filter { sense in
        sense.topic != topic && concepts[sense.topic].domain == concepts[topic].domain
          && (sense.style != .initials || Self.isCapitals(bytes.span, text.words[found.first].range))
      }
      if let sense = senses.first { parts.insert(Int32(sense.topic)) }
    }
    return parts.sorted()
  }

  /// Whether a word is in capitals, but for the `s` of a plural.
  static func isCapitals(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where !text[index].isCapital && !text[index].isDigit {
      return index + 1 == range.upperBound && range.count > 1 && text[index] == UInt8(ascii: "s")
    }
    return true
  }

  /// A topic means the same in every domain if neither its definition nor those of the topics that it names lead to the name
  /// of a domain, or to a name that is no ordinary word.
  private func markCommon(
    _ concepts: inout [Concept], _ stems: NumberLists, _ parts: NumberLists, _ domainStems: [Int32]
  ) {
    var isBound = concepts.indices.map { number in
      concepts[number].hasShape || domainStems.contains { stems.has($0, in: number) }
    }
    for _ in 0..<4 {
      for number in concepts.indices where !isBound[number] {
        isBound[number] = parts[number].contains { isBound[Int($0)] }
      }
    }
    for number in concepts.indices { concepts[number].isCommon = !isBound[number] && concepts[number].uses > 0 }
  }
}
