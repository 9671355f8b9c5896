import Markdown
import Source

/// Makes a sentence of what a bullet says of a name, where the grammar is sure.
struct Composition {
  private let bullet: Bullet
  private let topic: OutlineTopic

  init(_ bullet: Bullet, _ topic: OutlineTopic) {
    self.bullet = bullet
    self.topic = topic
  }

  /// The passage with the name before it where its first word is a verb that agrees with the name (`lets you …`), or in
  /// the place of a pronoun (`These attach …`).
  func led(_ passage: OutlineTopic.Passage, code: [Bool]) -> OutlineTopic.Passage {
    guard bullet.label?.mark != .grammar, bullet.label?.mark != .code else { return withoutTo(passage, code: code) }
    let words = SentenceWords(bullet.text.bytes, passage.range, code: code, limit: 3)
    guard let first = words.all.first, !first.isCode, words.count > 1 else { return passage }
    guard bullet.kind == .topic, let label = bullet.label else { return withoutPronoun(passage, words) }
    let name = TopicName(label.names[0])
    let agrees =
      WordClasses.modals.contains(first.folded)
      || (name.isPlural ? WordClasses.pluralVerbs : WordClasses.singularVerbs).contains(first.folded)
    guard agrees || label.isSubject else { return passage }
    return OutlineTopic.Passage(
      bullet: passage.bullet, range: passage.range,
      lead: (name.isPlural ? TopicName.capitalised(name.written) : topic.title) + " ")
  }

  /// `to publish a port`, of an option, is what it does: `publish a port`.
  private func withoutTo(_ passage: OutlineTopic.Passage, code: [Bool]) -> OutlineTopic.Passage {
    let words = SentenceWords(bullet.text.bytes, passage.range, code: code, limit: 3)
    guard bullet.label?.mark == .code, words.first == "to", words.count > 1 else { return passage }
    return OutlineTopic.Passage(
      bullet: passage.bullet, range: words.all[1].range.lowerBound..<passage.range.upperBound)
  }

  /// `It is a file` is `a file`; in `These attach files` the name takes the place of the pronoun.
  private func withoutPronoun(_ passage: OutlineTopic.Passage, _ words: SentenceWords) -> OutlineTopic.Passage {
    guard bullet.reason == .pronoun, words.count > 2 else { return passage }
    let isCopula = ["is", "are"].contains(words.all[1].folded)
    let isPlural = ["these", "they", "those"].contains(words.first)
    guard isCopula || isPlural, let name = isCopula ? "" : topic.plural.map({ $0 + " " }) else { return passage }
    let start = words.all[isCopula ? 2 : 1].range.lowerBound
    return OutlineTopic.Passage(bullet: passage.bullet, range: start..<passage.range.upperBound, lead: name)
  }
}
