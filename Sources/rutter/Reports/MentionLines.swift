import Notes
import Source

/// Where a note's text names topics, as JSON: one object a line.
struct MentionLines {
  /// The lines.
  let json: [UInt8]

  /// The mentions of a note, whose file holds `bytes` and is called `path`; `ids` are the topics' names.
  init(of note: Int, in knowledge: KnowledgeBase, _ ids: TopicIDs, path: String, _ bytes: [UInt8]) {
    let lines = LineTable(bytes)
    var output = ByteWriter()
    for mention in knowledge.mentions[note] {
      var writer = JSONWriter()
      writer.object { object in
        let position = lines.position(mention.range.start)
        object.member("path", path)
        object.member("topic", ids[mention.topic])
        object.member("start", mention.range.start)
        object.member("end", mention.range.end)
        object.member("line", position.line)
        object.member("column", position.column)
        object.member("text", String(decoding: bytes[mention.range.start..<mention.range.end], as: UTF8.self))
        object.member("linked", mention.isLinked)
        if let doubt = mention.doubt { object.member("why", doubt.words) }
      }
      output.append(writer.finish())
      output.append(UInt8(ascii: "\n"))
    }
    json = output.finish()
  }
}

extension Mention.Doubt {
  /// The reason in a few words.
  var words: String {
    switch self {
    case .unwanted: "the topic says link: never"
    case .unwritten: "the topic is not written yet"
    case .otherPhrase: "the topic says not: of this phrase"
    case .severalSenses: "several topics have this name"
    case .longerName: "part of a longer name"
    case .verb: "a verb"
    case .otherDomain: "another sense in this domain"
    case .singular: "the topic's name is a plural"
    case .deed: "what is done, not the thing"
    case .lowerCase: "the topic is written with a capital"
    case .narrower: "the word before makes something narrower of it"
    case .modifier: "tells the sort of what follows"
    case .noEvidence: "nothing around it speaks of the topic"
    case .tooMany: "enough links on this page"
    }
  }
}
