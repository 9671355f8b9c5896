import Markdown
import Source

// Whether words are a name, and what the name is.
extension LabelReader {
  /// Whether a stretch of text can be a name: a few words that are no sentence, no condition and no remark.
  func isName(_ range: Range<Int>) -> Bool {
    let words = words(range)
    guard !words.all.isEmpty, words.all.count(where: { !$0.isCode }) <= Self.mostWords else { return false }
    if let lesson = TeachingPrefix(string(range)) { return Self.isShortName(lesson.name) }
    guard !isDate(range), !bytes[range].contains("://") else { return false }
    let bare = words.all.filter { !$0.isCode }
    guard let first = bare.first else { return true }
    if isShouted(first.range) { return !WordClasses.remarks.contains(first.folded) }
    guard !words.contains(WordClasses.finiteVerbs) else { return false }
    let open = ["a", "an", "the"].contains(first.folded) ? bare.dropFirst() : bare[...]
    guard let noun = open.first else { return false }
    return !WordClasses.isFunctionWord(noun.folded) && !WordClasses.remarks.contains(noun.folded)
      && !bare.contains { WordClasses.pronouns.contains($0.folded) }
  }

  /// Whether the words behind a teaching prefix are a name.
  private static func isShortName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let words = SentenceWords(bytes, 0..<bytes.count, code: Array(repeating: false, count: bytes.count))
    return words.count <= 5 && !words.contains(WordClasses.finiteVerbs) && !words.contains(WordClasses.determiners)
      && !words.contains(["to", "for", "with", "without", "from", "by"])
  }

  /// Whether a word is all capitals, as the keywords of a language are.
  func isShouted(_ range: Range<Int>) -> Bool {
    range.count > 1 && bytes[range].allSatisfy { $0.isCapital || $0.isDigit || $0 == UInt8(ascii: "_") }
      && bytes[range].contains { $0.isCapital }
  }

  /// Whether it is a date or a time, under which notes of a day stand.
  private func isDate(_ range: Range<Int>) -> Bool {
    let marks = Array("-/.: ".utf8)
    return bytes[range].allSatisfy { $0.isDigit || marks.contains($0) } && bytes[range].contains { marks.contains($0) }
  }

  /// Names a label by the words of `range`: without an article, without what stands in parentheses, which is another
  /// name, and with the code behind the words as its syntax.
  func name(_ label: inout Label, _ range: Range<Int>) {
    var words = range
    if let open = bytes[range].firstIndex(of: UInt8(ascii: "(")), open > range.lowerBound, !code[open],
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: ")"))
    {
      let inside = string(open + 1..<close).trimmingBlanks
      if !inside.isEmpty, self.words(open + 1..<close).count <= 4 { label.others = [inside] }
      words = range.lowerBound..<open
    }
    if let placeholder = words.first(where: { code[$0] }), placeholder > words.lowerBound {
      let name = string(words.lowerBound..<placeholder).trimmingBlanks
      label.names = [Self.bare(name)]
      label.syntax = syntax(words, name: name, from: placeholder)
    } else if let first = words.first, code[first] {
      let end = words.first { !code[$0] } ?? words.upperBound
      let name = Self.name(ofCode: string(first..<end))
      let rest = string(end..<words.upperBound).trimmingBlanks
      label.names = [rest.isEmpty ? name : name + " " + rest]
    } else {
      label.names = [Self.bare(string(words))]
    }
  }

  /// How something is written, from the words and code of its label; `or` between code begins another way.
  private func syntax(_ range: Range<Int>, name: String, from placeholder: Int) -> [String] {
    var ways: [String] = []
    var way = name + (bytes[placeholder - 1].isSpace ? " " : "")
    var index = placeholder
    while index < range.upperBound {
      let isCode = code[index]
      var end = index
      while end < range.upperBound, code[end] == isCode { end += 1 }
      let part = string(index..<end)
      let joint = isCode ? nil : [" or ", " / ", ", ", ", or "].first { part.hasSuffix($0) }
      if let joint, end < range.upperBound {
        ways.append(way + part.dropLast(joint.count))
        way = name + " "
      } else {
        way += part
      }
      index = end
    }
    return (ways + [way]).map(\.trimmingBlanks)
  }

  /// A name without quotation marks and the article before it.
  static func bare(_ name: String) -> String {
    var name = name.trimmingBlanks
    for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'")] where name.count > 2 {
      if name.hasPrefix(open), name.hasSuffix(close) { name = String(name.dropFirst().dropLast()) }
    }
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count)).trimmingBlanks
    }
    return name
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    let bytes = Array(utf8)[...]
    return String(decoding: bytes.trimmed, as: UTF8.self)
  }
}

/// The words that make a lesson of a name: `Understanding volumes`, `What is an image?`.
struct TeachingPrefix {
  /// The name alone.
  let name: String

  private static let prefixes = [
    "understanding ", "what is an ", "what is a ", "what is the ", "what is ", "what are ", "what's a ", "what's ",
    "introduction to ", "intro to ", "an introduction to ", "getting started with ", "working with ", "writing ",
    "learning ", "basics of ", "the basics of ", "overview of ", "an overview of ", "all about ", "about ", "using ",
    "how to use ", "how to write ",
  ]
  private static let frames = [("how ", " works"), ("how ", " work"), ("how do ", " work"), ("how does ", " work")]
  private static let suffixes = [" basics", " overview", " explained", " 101", " in a nutshell"]

  /// Takes apart a label; nil where it has no such words, or no name beside them.
  init?(_ label: String) {
    var text = label.trimmingBlanks
    while let last = text.last, last == "?" || last == ":" { text.removeLast() }
    let folded = text.lowercased()
    guard folded.utf8.count == text.utf8.count else { return nil }
    func part(_ start: Int, _ end: Int) -> String {
      LabelReader.bare(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self))
    }
    let count = text.utf8.count
    for (prefix, suffix) in Self.frames
    where folded.hasPrefix(prefix) && folded.hasSuffix(suffix) && count > prefix.utf8.count + suffix.utf8.count {
      name = part(prefix.utf8.count, count - suffix.utf8.count)
      return
    }
    for prefix in Self.prefixes where folded.hasPrefix(prefix) && count > prefix.utf8.count {
      name = part(prefix.utf8.count, count)
      return
    }
    for suffix in Self.suffixes where folded.hasSuffix(suffix) && count > suffix.utf8.count {
      name = part(0, count - suffix.utf8.count)
      return
    }
    return nil
  }
}
