import Notes
import Source

// Cards from what topics are.
extension CardMaker {
  /// Adds the two cards of a topic that its note defines: what is it, and what is this called.
  mutating func addDefinition(of topic: Int) {
    let content = knowledge.topics[topic]
    guard content.isDefined(in: knowledge.index) else { return }
    let definition = Self.escaped(content.definition)
    let name = content.isPage ? knowledge.notes[content.note].heading : Self.escaped(content.name)
    add(
      Card(id: CardID.id(keys[topic], "definition"), topic: topic, kind: .definition, front: name, back: definition))
    guard let asked = Blanks.blanked(content.definition, of: [content.name] + content.aliases) else { return }
    let question = Array("<p class=\"ask\">\(Self.question(content.kind))</p>\n<p>".utf8)
    var card = Card(
      id: CardID.id(keys[topic], "name"), topic: topic, kind: .name,
      front: question + Self.escaped(asked) + Array("</p>".utf8), back: name)
    card.choose(
      among: neighbours.neighbours(of: topic, in: knowledge).map { other in
        let topic = knowledge.topics[other]
        return topic.isPage ? knowledge.notes[topic.note].heading : Self.escaped(topic.name)
      })
    add(card)
  }

  private static func question(_ kind: FrontMatter.Kind?) -> String {
    switch kind {
    case .instruction: "Which instruction is this?"
    case .object: "Which object is this?"
    case .command: "Which command is this?"
    case .field: "Which field is this?"
    default: "What is this?"
    }
  }

  static func escaped(_ text: String) -> [UInt8] {
    var output = ByteWriter()
    output.append(escaping: text)
    return output.finish()
  }
}

/// Leaves names out of a text.
enum Blanks {
  /// The text with `…` in the place of each of the names, in the plural too; nothing where too little is left to tell
  /// what it is about.
  static func blanked(_ text: String, of names: [String]) -> String? {
    let bytes = Array(text.utf8)
    let names = names.map { $0.utf8.map(\.lowercased) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isWordStart = index == 0 || !isWordByte(bytes[index - 1])
      if isWordStart, let end = names.lazy.compactMap({ Self.end(of: $0, in: bytes, at: index) }).first {
        result += Array("…".utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    let words = result.split { !$0.isLetter && !$0.isDigit }
    guard words.count >= 3 else { return nil }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where a name ends that stands at `index`.
  private static func end(of name: [UInt8], in bytes: [UInt8], at index: Int) -> Int? {
    guard bytes.count - index >= name.count else { return nil }
    for (offset, byte) in name.enumerated() where bytes[index + offset].lowercased != byte { return nil }
    var end = index + name.count
    if end < bytes.count, bytes[end].lowercased == UInt8(ascii: "s") { end += 1 }
    guard end == bytes.count || !isWordByte(bytes[end]) else { return nil }
    return end
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isNameByte || byte >= 0x80 }
}
