import Notes
import Source

extension TopicExplanation {
  /// The same for programs.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("topics") { json in
        for sense in senses { json.object { write(sense, &$0) } }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private func write(_ sense: Sense, _ json: inout JSONWriter) {
    let topic = knowledge.topics[sense.topic]
    json.member("id", ids[sense.topic])
    json.member("name", topic.name)
    json.array("aliases") { json in for alias in topic.aliases { json.string(alias) } }
    json.member("kind", topic.kind?.rawValue)
    json.member("domain", topic.domain)
    json.member("definition", topic.definition.isEmpty ? nil : topic.definition)
    json.array("syntax") { json in for line in sense.syntax { json.string(line) } }
    json.member("url", knowledge.url(of: sense.topic))
    json.member("stub", topic.isStub)
    json.member("path", topic.place.path)
    json.member("line", sense.line)
    json.array("relations") { json in
      for group in sense.relations {
        json.object { json in
          json.member("kind", group.kind.name)
          json.member("words", group.words)
          json.member("incoming", group.isIncoming)
          list("topics", group.topics, &json)
        }
      }
    }
    list("stubs", sense.stubs, &json)
    json.array("notes") { json in for note in sense.notes { json.string(knowledge.notes[note].path.path) } }
    json.array("related") { json in
      for related in sense.related {
        json.object { json in
          json.member("page", RelatedReport.name(of: related.note, in: knowledge))
          json.member("title", knowledge.notes[related.note].title)
          json.array("reasons") { json in for reason in related.reasons { json.string(reason.words(knowledge.topics)) }
          }
        }
      }
    }
    json.array("snippets") { json in
      for snippet in sense.snippets {
        json.object { json in
          json.member("path", snippet.file)
          json.member("line", snippet.line)
          json.member("name", snippet.name)
        }
      }
    }
  }

  private func list(_ name: String, _ topics: [Int], _ json: inout JSONWriter) {
    json.array(name) { json in for topic in topics { json.string(ids[topic]) } }
  }
}
