public import Notes
import Source

/// A note as Anki knows it: fields, and the cards that are made of them.
public struct AnkiNote: Sendable, Equatable {
  /// How cards are made of the fields.
  enum Model: Sendable {
    /// A front and a back.
    case basic
    /// A text with gaps.
    case cloze

    /// The number of fields.
    static let fieldCount = 3
  }

  let model: Model
  /// What it is known by, derived from what its card is known by.
  let guid: String
  /// The deck that it belongs to, with the decks around it: `Notes::docker`.
  let deck: String
  /// Words without blanks.
  let tags: [String]
  /// What is in its fields, as HTML: front, back and topic; text, back and topic.
  let fields: [String]
  /// How many cards it has.
  let cards: Int

  /// The notes of a deck: one a card, and one for all gaps of a passage.
  ///
  /// - Parameter title: What the outermost deck is called.
  public static func all(of deck: Deck, in knowledge: KnowledgeBase, title: String) -> [AnkiNote] {
    let root = title.replacing("::", with: ":")
    var notes: [AnkiNote] = []
    var passages: Set<String> = []
    for card in deck.cards {
      let topic = deck.topics[card.topic]
      let name = topic.domain.map { "\(root)::\($0.replacing("::", with: ":"))" } ?? root
      let tags = tags(of: topic, card, in: knowledge)
      if let cloze = card.cloze {
        guard passages.insert(cloze.passage).inserted else { continue }
        notes.append(
          AnkiNote(
            model: .cloze, guid: guid(cloze.passage), deck: name, tags: tags,
            fields: [text(of: cloze), "", escaped(topic.name)], cards: cloze.pieces.count / 2))
      } else {
        notes.append(
          AnkiNote(
            model: .basic, guid: guid(card.id), deck: name, tags: tags,
            fields: [front(of: card), line(card.back), escaped(topic.name)], cards: 1))
      }
    }
    return notes
  }

  /// 64 bits of what a card is known by.
  private static func guid(_ id: String) -> String {
    let digits = String(ContentHash(Array(id.utf8)).value, radix: 36)
    return "rutter" + String(repeating: "0", count: max(0, 13 - digits.utf8.count)) + digits
  }

  private static func front(of card: Card) -> String {
    guard !card.choices.isEmpty else { return line(card.front) }
    return line(card.front) + "<ul class=\"choices\">" + card.choices.map { "<li>\(line($0))</li>" }.joined() + "</ul>"
  }

  /// The passage in Anki's way of writing gaps. What means something there is written otherwise in the text.
  private static func text(of cloze: Card.Cloze) -> String {
    var text = ""
    for (number, piece) in cloze.pieces.enumerated() {
      let isGap = number % 2 == 1
      let content = line(piece).replacing("{{", with: "{&#123;").replacing("}}", with: "}&#125;")
      text += isGap ? "{{c\(number / 2 + 1)::\(unmarked(content).replacing("::", with: ":&#58;"))}}" : content
    }
    return text
  }

  /// What stands in a gap, without the mark around it: Anki shows gaps in its own way.
  private static func unmarked(_ html: String) -> String {
    guard html.hasPrefix("<mark>"), html.hasSuffix("</mark>") else { return html }
    return String(html.dropFirst("<mark>".count).dropLast("</mark>".count))
  }

  private static func tags(of topic: Deck.Topic, _ card: Card, in knowledge: KnowledgeBase) -> [String] {
    let content = knowledge.topics[topic.number]
    var tags = ["rutter", card.kind.rawValue]
    if let kind = content.kind { tags.append(kind.rawValue) }
    if let domain = topic.domain { tags.append(domain) }
    tags += knowledge.notes[content.note].frontMatter.tags.map(\.text)
    var seen: Set<String> = []
    return tags.map(word).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// A tag has no blanks.
  private static func word(_ text: String) -> String {
    String(decoding: text.utf8.map { $0.isSpace ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    var output = ByteWriter()
    output.append(escaping: text)
    return String(decoding: output.finish(), as: UTF8.self)
  }

  /// HTML for a field, without the sign that parts fields.
  private static func line(_ html: [UInt8]) -> String {
    String(decoding: html.filter { $0 != 0x1F }, as: UTF8.self)
  }
}
