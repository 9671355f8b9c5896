import Markdown
import Source

// How sentences of an outline are shown: with a capital, a full stop and the name that they say something of.
extension OutlineWriter {
  mutating func paragraph(_ passages: [OutlineTopic.Passage], isItem: Bool = false) {
    excerpts.begin(.paragraph)
    var written: [String] = []
    for (number, passage) in passages.enumerated() {
      guard let block = tree.bullets[passage.bullet].paragraph else { continue }
      if number > 0 { excerpts.add(" ") }
      if !passage.lead.isEmpty { excerpts.add(passage.lead) }
      capitalise(passage)
      excerpts.copyInlines(of: block, passage.range)
      if needsStop(passage) { excerpts.add(".") }
      written.append(
        passage.lead + markdown.inlines(tree.bullets[passage.bullet], passage.range, in: excerpts.buffer)
          + (needsStop(passage) ? "." : ""))
    }
    excerpts.end()
    let text = written.joined(separator: " ")
    if isItem { markdown.item(text) } else { markdown.paragraph(text) }
  }

  /// What a topic is: its definition.
  func summary(of index: Int) -> String {
    tree.topics[index].definition.map { sentence($0) } ?? ""
  }

  /// A passage as plain text: a sentence.
  func sentence(_ passage: OutlineTopic.Passage) -> String {
    var bytes = Array(tree.bullets[passage.bullet].text.bytes[passage.range])
    if capital(of: passage) != nil { bytes[0] &-= 0x20 }
    return passage.lead + String(decoding: bytes, as: UTF8.self) + (needsStop(passage) ? "." : "")
  }

  private func needsStop(_ passage: OutlineTopic.Passage) -> Bool {
    let text = tree.bullets[passage.bullet].text.bytes
    guard let last = text[passage.range].last(where: { ![UInt8(ascii: "\""), UInt8(ascii: ")")].contains($0) }) else {
      return false
    }
    return !".!?:;".utf8.contains(last) && last < 0x80
  }

  /// Gives a bullet, and those below it, a capital where they begin with a small letter: in a list they are sentences.
  mutating func capitalise(below bullet: Int) {
    var pending = [bullet]
    while let next = pending.popLast() {
      let text = tree.bullets[next].text
      let whole = LabelReader(text).whole
      if tree.bullets[next].paragraph != nil, !whole.isEmpty {
        capitalise(OutlineTopic.Passage(bullet: next, range: whole))
      }
      pending += tree.bullets[next].children.filter { tree.bullets[$0].kind == .content }
    }
  }

  private mutating func capitalise(_ passage: OutlineTopic.Passage) {
    guard let offset = capital(of: passage) else { return }
    excerpts.replace(byteAt: offset, with: tree.bullets[passage.bullet].text.bytes[passage.range.lowerBound] &- 0x20)
  }

  /// Where in the buffer the small letter stands with which a passage begins, and which should be a capital.
  private func capital(of passage: OutlineTopic.Passage) -> Int? {
    let text = tree.bullets[passage.bullet].text
    let start = passage.range.lowerBound
    guard passage.lead.isEmpty,
      let piece = text.pieces.first(where: { $0.range.contains(start) }), piece.kind == .text
    else { return nil }
    let word = String(
      decoding: text.bytes[passage.range].prefix { !$0.isSpace && $0 != UInt8(ascii: ",") }, as: UTF8.self)
    guard TopicName.capitalised(word) != word, text.bytes[start] >= 0x61, text.bytes[start] <= 0x7A else { return nil }
    return Int(tree.document.nodes[piece.node].text.start) + start - piece.range.lowerBound
  }
}
