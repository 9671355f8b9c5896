import Notes
import Source

/// What cards are known by: `TOPIC:KIND` and, where a topic has several of a kind, `:` and what tells them apart.
///
/// Nothing in it depends on where in a note a card stands, or on other cards. What tells cards apart is:
/// the name that the author gave with `^name`; else for a question a fingerprint of its words, without regard to case,
/// punctuation, markup and articles; for a gap a fingerprint of what stands in it; for a relation the other topic; for an
/// output the command; for a table its row and column. So an answer may be reworded, and so may a passage around a gap;
/// a question too, as ``History`` says. A topic is the address that its page had first: what `redirect-from` names at the
/// top of the list, if there is one.
public enum CardID {
  /// A fingerprint of the words in HTML.
  public static func fingerprint(of html: [UInt8]) -> String {
    fingerprint(ofText: PlainHTML.text(of: html[...]))
  }

  /// A fingerprint of the words in a text.
  static func fingerprint(ofText text: String) -> String {
    var folded: [UInt8] = []
    for word in text.utf8.split(whereSeparator: { !$0.isLetter && !$0.isDigit && $0 < 0x80 }) {
      let start = folded.count
      if start > 0 { folded.append(0x20) }
      if word.contains(where: { $0 >= 0x80 }) {
        folded += String(decoding: word, as: UTF8.self).lowercased().utf8
      } else {
        folded += word.map(\.lowercased)
      }
      switch folded[(start == 0 ? 0 : start + 1)...] {
      case "a", "an", "the": folded.removeSubrange(start...)
      default: break
      }
    }
    // What has no words is known by its signs.
    return ContentHash(folded.isEmpty ? Array(text.utf8) : folded).short
  }

  /// A fingerprint of a text in which every sign counts, as in code.
  static func exactFingerprint(of text: String) -> String { ContentHash(Array(text.utf8)).short }

  /// What a card is known by.
  static func id(_ topic: String, _ kind: String, _ discriminator: String? = nil) -> String {
    discriminator.map { "\(topic):\(kind):\($0)" } ?? "\(topic):\(kind)"
  }

  /// What a card's id says without what tells it from others of its kind.
  static func group(of id: String) -> Substring {
    id.lastIndex(of: ":").map { id[..<$0] } ?? id[...]
  }
}

/// What the topics of a site are called in the ids of cards.
struct TopicKeys {
  private let keys: [String]

  init(_ knowledge: KnowledgeBase) {
    let ids = TopicIDs(knowledge.topics, knowledge.index)
    var keys: [String] = []
    keys.reserveCapacity(knowledge.topics.count)
    for note in knowledge.notes.indices {
      let first = knowledge.notes[note].frontMatter.redirectFrom.first.map { Address(redirectFrom: $0.text).path }
      for topic in knowledge.topics.topics(ofNote: note) {
        guard let first, !first.isEmpty else {
          keys.append(ids[topic])
          continue
        }
        let page = first.hasSuffix("/") ? String(first.dropLast()) : first
        let section = ids[topic].firstIndex(of: "#").map { String(ids[topic][$0...]) } ?? ""
        keys.append(page + section)
      }
    }
    self.keys = keys
  }

  subscript(_ topic: Int) -> String { keys[topic] }
}
