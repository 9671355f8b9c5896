import Notes
import Source

/// What commands print all over a site, by the program that they call.
struct OutputChoices {
  private var outputs: [String: [[UInt8]]] = [:]

  init(_ knowledge: KnowledgeBase) {
    for note in knowledge.notes {
      for output in note.outputs where !output.isEcho {
        outputs[Self.program(output.command), default: []].append(output.output)
      }
    }
  }

  /// Other things that the program of a command prints.
  func others(than output: PrintedOutput) -> [[UInt8]] {
    (outputs[Self.program(output.command)] ?? []).filter { $0 != output.output }
  }

  private static func program(_ command: [UInt8]) -> String {
    String(decoding: command.prefix { !$0.isSpace }, as: UTF8.self)
  }
}

extension PrintedOutput {
  /// Whether all words that it prints stand in the command: it repeats the name of what it was told to remove, say.
  fileprivate var isEcho: Bool {
    let words = Set(command.split { !$0.isNameByte })
    return output.split { !$0.isNameByte }.allSatisfy { words.contains($0) }
  }
}

// Cards from what commands print.
extension CardMaker {
  /// Adds a card for each command of a note's sessions whose output stands there.
  mutating func addOutputs(of note: Int) {
    let topic = knowledge.topics.topic(ofNote: note)
    var asked: [[UInt8]: [UInt8]] = [:]
    for output in knowledge.notes[note].outputs {
      // What prints now this and now that is no question.
      if let other = asked.updateValue(output.output, forKey: output.command), other != output.output { continue }
      guard asked[output.command] == output.output, !output.isEcho else { continue }
      let command = String(decoding: output.command, as: UTF8.self)
      var card = Card(
        id: CardID.id(keys[topic], "output", CardID.exactFingerprint(of: command)), topic: topic, kind: .output,
        front: Array("<p class=\"ask\">What does this print?</p>\n".utf8) + Self.code(output.command),
        back: Self.code(output.output))
      let others = outputs.others(than: output)
        .sorted { Card.rank(card.id, $0) < Card.rank(card.id, $1) }.map(Self.code)
      card.choose(among: others)
      add(card)
    }
  }

  private static func code(_ text: [UInt8]) -> [UInt8] {
    var output = ByteWriter()
    output.append("<pre><code>")
    output.append(escaping: text[...])
    output.append("</code></pre>")
    return output.finish()
  }
}
