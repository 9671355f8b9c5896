import Source

extension NoteRule {
  /// Let a name in a text mean one topic.
  static let doubtfulMention = NoteRule(
    Rule(
      "notes/doubtful-mention", .info, "Let a name in a text mean one topic",
      advice: "Link the one that is meant, or say 'link: strong' in the note that is meant by default"),
    check: { rule, knowledge in
      var first: [Int: Place] = [:]
      var counts: [Int: Int] = [:]
      for (note, mentions) in knowledge.mentions.enumerated() {
        for mention in mentions where mention.doubt == .severalSenses {
          counts[mention.topic, default: 0] += 1
          if first[mention.topic] == nil {
            first[mention.topic] = Place(path: knowledge.notes[note].file, range: mention.range)
          }
        }
      }
      return first.sorted { $0.key < $1.key }.map { topic, place in
        let name = knowledge.topics[topic].name
        let count = counts[topic] ?? 1
        let places = count == 1 ? "is not linked here" : "is not linked here and in \(count - 1) more places"
        let senses = knowledge.senses(of: topic)
        return Diagnostic(
          rule, "'\(name)' \(places): \(max(senses.count, 2)) topics have that name", at: place,
          notes: senses.prefix(4).map { number in
            let sense = knowledge.topics[number]
            return Remark("It could mean '\(sense.nameInDomain)'", at: sense.place)
          })
      }
    })
}

extension KnowledgeBase {
  /// The written topics that share a name with one.
  fileprivate func senses(of topic: Int) -> [Int] {
    let names = [topics[topic].name] + topics[topic].aliases
    let found = names.lazy.map { topics.all(named: $0).filter { !topics[$0].isStub } }.first { $0.count > 1 }
    return found ?? [topic]
  }
}
