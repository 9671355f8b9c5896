import Search
import Source

/// What a search found, for people and for programs.
struct SearchReport {
  private let query: String
  private let corrected: String?
  private let results: [SearchResult]

  /// The best of an answer to `query`.
  init(_ query: String, _ answer: SearchAnswer, in index: BuiltIndex) {
    self.query = query
    corrected = answer.corrected.map { String(decoding: $0, as: UTF8.self) }
    results = answer.hits.map { SearchResult($0, of: answer, in: index) }
  }

  /// Some lines for each page.
  func text(_ style: TextStyle) -> String {
    var text = corrected.map { "Showing results for '\(style.bold($0))'\n\n" } ?? ""
    for (number, result) in results.enumerated() { text += entry(number + 1, result, style) }
    return results.isEmpty ? text + "Nothing found for '\(query)'\n" : text
  }

  private func entry(_ number: Int, _ result: SearchResult, _ style: TextStyle) -> String {
    let section = result.section.map { " › \($0.text)" } ?? ""
    let classes = [result.kind, result.domain].filter { !$0.isEmpty }.joined(separator: ", ")
    let indent = String(repeating: " ", count: String(number).count + 2)
    var text = "\(number). \(style.bold(result.title))\(section)  \(style.faint(classes))\n"
    text += "\(indent)\(style.faint(result.url.isEmpty ? "/" : result.url))\n"
    if !result.text.isEmpty { text += "\(indent)\(marked(result, style))\n" }
    return text + "\n"
  }

  private func marked(_ result: SearchResult, _ style: TextStyle) -> String {
    var (text, written) = ("", 0)
    for mark in result.marks {
      text += String(decoding: result.text[written..<mark.lowerBound], as: UTF8.self)
      text += style.bold(String(decoding: result.text[mark], as: UTF8.self))
      written = mark.upperBound
    }
    return text + String(decoding: result.text[written...], as: UTF8.self)
  }

  /// One object.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("query", query)
      json.member("corrected", corrected)
      json.array("hits") { json in
        for result in results { write(result, &json) }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private func write(_ result: SearchResult, _ json: inout JSONWriter) {
    json.object { json in
      json.member("page", result.page)
      json.member("url", result.url)
      json.member("title", result.title)
      if let section = result.section {
        json.object("section") { json in
          json.member("text", section.text)
          json.member("anchor", section.anchor)
        }
      } else {
        json.key("section")
        json.null()
      }
      json.member("kind", result.kind)
      json.member("domain", result.domain.isEmpty ? nil : result.domain)
      json.member("score", result.score, places: 3)
      json.object("excerpt") { json in
        json.member("text", String(decoding: result.text, as: UTF8.self))
        json.array("marks") { json in
          for mark in result.marks {
            json.array { json in
              json.number(mark.lowerBound)
              json.number(mark.upperBound)
            }
          }
        }
      }
    }
  }
}
