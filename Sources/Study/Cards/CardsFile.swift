import Source

extension Deck {
  /// The deck as the page reads it: `{"version":1,"topics":[…],"cards":[…]}`, as the manual's schema says.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("topics") { json in
        for topic in topics { json.object { Self.write(topic, &$0) } }
      }
      json.array("cards") { json in
        for card in cards { json.object { Self.write(card, &$0) } }
      }
    }
    return json.finish() + [0x0A]
  }

  private static func write(_ topic: Topic, _ json: inout JSONWriter) {
    json.member("id", topic.id)
    json.member("name", topic.name)
    json.member("url", topic.url)
    json.member("domain", topic.domain)
    json.array("needs") { json in for place in topic.needs { json.number(place) } }
  }

  private static func write(_ card: Card, _ json: inout JSONWriter) {
    json.member("id", card.id)
    json.member("topic", card.topic)
    json.member("kind", card.kind.rawValue)
    json.member("front", card.front[...].string)
    json.member("back", card.back[...].string)
    json.member("echo", card.echo)
    guard !card.choices.isEmpty else { return }
    json.array("choices") { json in for choice in card.choices { json.string(choice[...].string) } }
    json.member("answer", card.answer)
  }
}
