import Markdown
import Source

@testable import Notes

extension SmallSite {
  /// A mention in words.
  struct Named: Equatable, CustomStringConvertible {
    let text: String
    let topic: String
    let doubt: Mention.Doubt?

    var description: String { "\(text) → \(topic)" + (doubt.map { " (\($0))" } ?? "") }
  }

  /// Where a note's text names topics.
  func mentions(in path: String) -> [Named] {
    guard let note = knowledge.index.notesByPath[path] else { return [] }
    return knowledge.mentions[note].map { mention in
      let topic = knowledge.topics[mention.topic]
      return Named(
        text: String(decoding: texts[path, default: []][mention.range.start..<mention.range.end], as: UTF8.self),
        topic: (topic.domain.map { $0 + "/" } ?? "") + topic.name, doubt: mention.doubt)
    }
  }

  /// The names in a note's text that become links, each with its topic's name.
  func links(in path: String) -> [String] {
    mentions(in: path).filter { $0.doubt == nil }.map(\.text)
  }
}
