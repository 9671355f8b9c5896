import Foundation
import Markdown
import Source

@testable import Pages

/// Code with its inks as marks: `k‹FROM› s‹nginx›`; what stands outside of marks is plain.
func painted(_ code: String, as name: String) -> String {
  guard let language = Language.named(name) else { return "no language \(name)" }
  var painter = Painter(Array(code.utf8)[...])
  language.paint(&painter)
  painter.flush()
  var text = ""
  var position = 0
  for token in painter.tokens {
    text += String(decoding: painter.code[position..<Int(token.start)], as: UTF8.self)
    position = Int(token.end)
    let letter = String(decoding: [token.ink.rawValue], as: UTF8.self)
    text += letter + "‹" + String(decoding: painter.code[Int(token.start)..<position], as: UTF8.self) + "›"
  }
  return text + String(decoding: painter.code[position...], as: UTF8.self)
}

/// The code that marks were put into.
func plain(_ marked: String) -> String {
  var text = ""
  var marked = Substring(marked)
  while let open = marked.firstIndex(of: "‹") {
    text += marked[..<open].dropLast()
    marked = marked[marked.index(after: open)...]
    let close = marked.firstIndex(of: "›") ?? marked.endIndex
    text += marked[..<close]
    marked = marked[close...].dropFirst()
  }
  return text + marked
}

/// The commands of a session, as they are copied.
func commands(_ code: String, as name: String = "console") -> String {
  guard let language = Language.named(name) else { return "no language \(name)" }
  var painter = Painter(Array(code.utf8)[...])
  language.paint(&painter)
  return painter.commands.map { String(decoding: painter.code[$0], as: UTF8.self) }.joined(separator: "\n")
}

/// What a code block with this info string looks like on a page.
func figure(_ info: String, _ code: String) -> String {
  var html = ByteWriter()
  var holes: [Body.Hole] = []
  CodeFigure.write(FenceInfo(info), Array(code.utf8)[...], to: &html, leaving: &holes)
  return String(decoding: html.bytes, as: UTF8.self)
}

/// The code of a block with its terms, each an `a` of its number: `<a 3>COPY</a 3>`. Terms are the words of `words`.
func linked(_ info: String, _ code: String, terms words: [String]) -> String {
  let bytes = Array(code.utf8)
  var html = ByteWriter()
  var holes: [Body.Hole] = []
  let places = words.enumerated().compactMap { number, word in
    bytes[...].firstRange(of: word).map { TermPlace(number, at: SourceRange($0.lowerBound, $0.upperBound)) }
  }
  CodeFigure.write(FenceInfo(info), bytes[...], linking: places, to: &html, leaving: &holes)
  var output = ByteWriter()
  Body(html: html.bytes, holes: holes).write(to: &output) { hole, output in
    output.append(hole.kind == .termStart ? "<a \(hole.index)>" : "</a \(hole.index)>")
  }
  let text = String(decoding: output.finish(), as: UTF8.self)
  guard let start = text.range(of: "<code>"), let end = text.range(of: "</code>") else { return text }
  return String(text[start.upperBound..<end.lowerBound])
}

extension ArraySlice<UInt8> {
  fileprivate func firstRange(of word: String) -> Range<Int>? {
    let word = Array(word.utf8)
    return indices.first { self[$0...].starts(with: word) }.map { $0..<$0 + word.count }
  }
}

/// The bytes of the code between tags, references resolved: what a browser shows.
func shown(_ html: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  var index = 0
  let references: [([UInt8], UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
  ]
  while index < html.count {
    if html[index] == UInt8(ascii: "<") {
      while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
      index += 1
    } else if html[index] == UInt8(ascii: "&"),
      let (name, byte) = references.first(where: { html[index...].starts(with: $0.0) })
    {
      text.append(byte)
      index += name.count
    } else {
      text.append(html[index])
      index += 1
    }
  }
  return text
}
