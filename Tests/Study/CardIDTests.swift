import Notes
import Source
import TestSupport
import Testing

@testable import Study

@Suite("A card is known by its id, whatever becomes of its words")
struct CardIDTests {
  private static func ids(_ text: String, at path: String = "a.md") -> [String] {
    StudySite([(path, text)]).deck.cards.map(\.id)
  }

  @Test(arguments: [
    ("What is a layer? :: x", "what is **the** Layer :: x"), ("a b ::: x", "The a, B! ::: x y"),
    ("Why?\n?\nx", "Why :: y"),
    ("a :: b ^pin", "something else :: altogether ^pin"), ("It is ==one== of two.", "There was ==One== among many!"),
  ])
  func `which survives an edit`(before: String, after: String) {
    #expect(!Self.ids("# A\n\n" + before).isEmpty)
    #expect(Self.ids("# A\n\n" + before).first == Self.ids("# A\n\n" + after).first)
  }

  @Test func `which survives a move with a redirect, and the next one`() {
    let card = "\n# A\n\none :: two\n"
    let first = Self.ids(card, at: "docker/a.md")
    #expect(first == Self.ids("---\nredirect-from: /docker/a/\n---" + card, at: "storage/b.md"))
    #expect(first == Self.ids("---\nredirect-from: [/docker/a/, /storage/b/]\n---" + card, at: "c.md"))
    #expect(first != Self.ids(card, at: "storage/b.md"))
  }

  @Test func `two cards of one question have two ids`() {
    #expect(Self.ids("# A\n\none :: two\n\none :: three").map { $0.hasSuffix("~2") } == [false, true])
  }

  /// A note that is edited as people edit: cards come and go, move, and are reworded on one side.
  private struct EditedNote {
    struct Line {
      let number: Int
      var question: String
      var answer: String
      var pin: String?

      var text: String { "\(question) :: \(answer)" + (pin.map { " ^\($0)" } ?? "") }
    }

    var lines: [Line] = []
    private var count = 0

    mutating func add(_ random: inout Random) {
      let pin = random.once(in: 4) ? "p\(count)" : nil
      lines.insert(
        Line(number: count, question: "What is w\(count)?", answer: "It is a\(count).", pin: pin),
        at: random.int(0...lines.count))
      count += 1
    }

    mutating func edit(_ random: inout Random) {
      guard lines.count > 2 else { return add(&random) }
      let place = random.int(0...lines.count - 1)
      switch random.int(0...6) {
      case 0, 1: add(&random)
      case 2: lines.remove(at: place)
      case 3: lines.shuffle(using: &random)
      case 4: lines[place].answer += " More x\(random.int(0...99))."
      case 5: lines[place].question = "Say, " + lines[place].question
      default:
        guard lines[place].pin != nil else { return }
        lines[place].question = "New q\(random.int(0...999))?"
        lines[place].answer = "New b\(random.int(0...999))."
      }
    }

    var site: StudySite { StudySite([("a.md", "# A\n\n" + lines.map(\.text).joined(separator: "\n\n"))]) }
  }

  @Test func `and its reviews stay with it through random edits`() {
    for var random in Random.series(60) {
      var note = EditedNote()
      for _ in 0..<6 { note.add(&random) }
      var log = ReviewLog()
      var reviews: [Int: Int] = [:]
      for time in 0..<25 {
        let site = note.site
        let progress = Progress(log, in: site.deck)
        #expect(site.deck.cards.count == note.lines.count)
        for (card, line) in note.lines.enumerated() {
          #expect(
            (progress.states[card]?.reviews ?? 0) == reviews[line.number] ?? 0,
            "seed \(random.seed), step \(time): \(line.text)")
          // All are asked before the next edit, so that the log knows their answers.
          let asked = site.deck.cards[card]
          log.add(Review(card: asked.id, time: time * 1000, grade: .good, echo: asked.echo))
          reviews[line.number, default: 0] += 1
        }
        note.edit(&random)
      }
    }
  }
}
