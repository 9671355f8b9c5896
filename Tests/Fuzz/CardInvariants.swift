import Markdown
import Notes
import Source
import Study

/// Whatever a note says, its cards have two sides that are whole pieces of HTML, ids of their own, and places in the
/// file; and the page shows them as balanced HTML.
func cardsAreWhole(_ bytes: [UInt8]) {
  let file = Array(String(decoding: bytes, as: UTF8.self).utf8)
  let reader = NoteReader(settings: Settings()) { _, code, output, _ in
    output.append("<pre>")
    output.append(escaping: code)
    output.append("</pre>")
  }
  let readings = reader.read(SourceText(path: "content/a.md", bytes: file), at: ContentPath("a.md"))
  let whole = SourceRange(0, file.count)
  for reading in readings {
    hold(reading.note.cards.allSatisfy { whole.holds($0.range) }, "a card is outside of the file")
    hold(reading.note.cardProblems.allSatisfy { whole.holds($0.range) }, "a problem is outside of the file")
    let fault = HTMLCheck.fault(in: filled(reading.body))
    hold(fault == nil, "\(fault ?? "") on the page")
  }
  let index = SiteIndex(readings.map(\.note), assets: [], title: "Site", withDrafts: true)
  let knowledge = KnowledgeBase(index, bodies: readings.map(\.body))
  let deck = Deck(knowledge, texts: readings.map { WrittenText.all(in: $0.body) }, links: .site)
  hold(Set(deck.cards.map(\.id)).count == deck.cards.count, "two cards of one id")
  for card in deck.cards {
    hold(deck.topics.indices.contains(card.topic), "a card without a topic")
    hold(card.choices.isEmpty || card.choices[card.answer] == card.back, "the right answer is not among the choices")
    for side in [card.front, card.back] {
      let fault = HTMLCheck.fault(in: side)
      hold(fault == nil, "\(fault ?? "") in a card: \(String(decoding: side, as: UTF8.self))")
    }
  }
  hold(deck.json.count > 10, "no file")
}

/// A body with something in its holes.
private func filled(_ body: Body) -> [UInt8] {
  var output = ByteWriter()
  body.write(to: &output) { hole, output in
    switch hole.kind {
    case .linkStart, .termStart: output.append("<a href=\"#\">")
    case .linkEnd, .termEnd: output.append("</a>")
    default: break
    }
  }
  return output.finish()
}

/// A log is read whatever is in it: nothing is lost, and reading what was written gives the same.
func logsAreReadAndKept(_ bytes: [UInt8]) {
  let log = ReviewLog(bytes)
  let whole = SourceRange(0, bytes.count)
  for line in log.damaged {
    hold(whole.holds(line.range), "a line is outside of the log")
    hold(Array(bytes[line.range.start..<line.range.end]) == line.bytes, "a line is another one")
  }
  let again = ReviewLog(log.bytes)
  hold(again.reviews == log.reviews, "reviews change when they are written")
  hold(again.damaged.map(\.bytes) == log.damaged.map(\.bytes), "damaged lines change when they are written")
  var merged = log
  merged.merge(again)
  hold(merged.reviews == log.reviews, "a second merge changes something")
  let scheduler = Scheduler()
  var state: CardState?
  for review in log.reviews.prefix(200) {
    let next = scheduler.review(state, review.grade, at: review.time)
    hold(next.stability >= 0.001 && next.stability.isFinite, "a stability of \(next.stability)")
    hold((1...10).contains(next.difficulty), "a difficulty of \(next.difficulty)")
    hold(next.due > review.time, "due before it was asked")
    state = next
  }
}
