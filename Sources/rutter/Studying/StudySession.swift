import Notes
import Study

/// Asks the cards of a day in a terminal, and keeps each answer at once.
struct StudySession {
  let deck: Deck
  let file: ReviewFile
  let clock: StudyClock
  let newPerDay: Int
  let topics: Set<Int>?
  let style: TextStyle
  private var progress: Progress
  private var asked = 0
  private var known = 0

  init(
    _ deck: Deck, _ log: ReviewLog, in file: ReviewFile, _ clock: StudyClock, newPerDay: Int, topics: Set<Int>?,
    style: TextStyle
  ) {
    self.deck = deck
    self.file = file
    self.clock = clock
    self.newPerDay = newPerDay
    self.topics = topics
    self.style = style
    progress = Progress(log, in: deck)
  }

  /// Asks until nothing is left for today, or somebody quits.
  mutating func run() throws(Failure) {
    let keys = KeyReader()
    while true {
      let queue = queue
      guard let card = queue.next(in: progress, at: clock.now) else {
        if asked == 0 { Terminal.output.write("Nothing is due today.\n") }
        break
      }
      show(card, left: queue.count)
      guard try answer(card, keys) else { break }
    }
    finish()
  }

  private var queue: Queue {
    Queue(deck, progress, at: clock.now, days: clock.days, newPerDay: newPerDay, topics: topics)
  }

  private func show(_ number: Int, left: Int) {
    let card = deck.cards[number]
    var text = style.faint("\(deck.topics[card.topic].name) · \(left) left") + "\n\n"
    text += CardText.text(card.front, style: style) + "\n"
    for (place, choice) in card.choices.enumerated() {
      text += "  \(Self.letters[place % Self.letters.count])  \(CardText.text(choice, style: style))\n"
    }
    Terminal.output.write(text)
  }

  private static let letters = Array("abcdefgh")

  /// Shows the answer when it is asked for, and keeps the grade; false where somebody quits.
  private mutating func answer(_ number: Int, _ keys: borrowing KeyReader) throws(Failure) -> Bool {
    Terminal.output.write(style.faint("\nenter: turn   q: quit") + "\n")
    turn: while true {
      guard let key = keys.next() else { return false }
      switch key {
      case UInt8(ascii: "q"): return false
      case 0x0A, 0x0D, 0x20: break turn
      default: continue
      }
    }
    let card = deck.cards[number]
    let letter = card.choices.isEmpty ? "" : "\(Self.letters[card.answer % Self.letters.count])  "
    Terminal.output.write("\n" + letter + CardText.text(card.back, style: style) + "\n\n" + grades(of: number) + "\n")
    while true {
      guard let key = keys.next() else { return false }
      if key == UInt8(ascii: "q") { return false }
      guard let grade = Grade(rawValue: Int(key) - Int(UInt8(ascii: "0"))) else { continue }
      try keep(grade, of: number)
      return true
    }
  }

  private mutating func keep(_ grade: Grade, of number: Int) throws(Failure) {
    let (card, now) = (deck.cards[number], clock.now)
    try file.append([Review(card: card.id, time: now, grade: grade, echo: card.echo)])
    progress.record(grade, of: number, at: now)
    asked += 1
    if grade != .again { known += 1 }
    Terminal.output.write("\n")
  }

  /// What each grade would mean: `1 again 1 min   2 hard 6 min   3 good 10 min   4 easy 8 d`.
  private func grades(of card: Int) -> String {
    let now = clock.now
    return style.faint(
      Grade.allCases.map { grade in
        let wait = max(0, progress.due(of: card, after: grade, at: now) - now)
        return "\(grade.rawValue) \(grade.name) \(Self.span(wait))"
      }.joined(separator: "   "))
  }

  private static func span(_ milliseconds: Int) -> String {
    let minutes = (milliseconds + 30_000) / 60_000
    return minutes < 24 * 60 ? "\(max(1, minutes)) min" : "\(minutes / (24 * 60)) d"
  }

  private func finish() {
    guard asked > 0 else { return }
    var text = "\(asked) \(asked == 1 ? "card" : "cards") asked, \(known) known; \(queue.count) left for today\n"
    if let next = progress.nextTopic(of: deck, at: clock.now) {
      let topic = deck.topics[next]
      text += "Next: \(topic.name)" + (topic.url.map { " (\($0))" } ?? "") + "\n"
    }
    Terminal.output.write(text)
  }
}
