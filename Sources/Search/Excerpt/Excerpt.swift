import Source

/// A few words of a page that show why it was found.
package struct Excerpt: Sendable {
  /// The words, with an ellipsis where a sentence goes on.
  package private(set) var text: [UInt8] = []
  /// Where words that were looked for stand in `text`, in bytes; in order, without overlaps.
  package private(set) var marks: [Range<Int>] = []
  /// The text of the heading above them, without markup; empty where there is none. It may be the page's title.
  package let heading: [UInt8]

  /// The best stretch of a page in Markdown; nothing where none of the words stands in it.
  package init?(of markdown: [UInt8], for words: [WantedWord]) {
    let page = MarkdownText(markdown)
    let places = WordPlaces(of: words, in: page.text).places
    guard let window = ExcerptWindow(page, places) else { return nil }
    heading = window.heading.map { Array(page.text[page.blocks[$0].range]) } ?? []
    write(window.range, of: page.text, places)
  }

  private mutating func write(_ range: Range<Int>, of page: [UInt8], _ places: [WordPlaces.Place]) {
    let start = range.lowerBound
    let isWhole = start == 0 || page[start - 1] == 0x0A || ExcerptWindow.isSentenceStart(start, in: page)
    if !isWhole { append("… ") }
    var written = start
    for place in places where place.range.lowerBound >= start && place.range.upperBound <= range.upperBound {
      let from = max(place.range.lowerBound, written)
      guard place.range.upperBound > from else { continue }
      copy(written..<from, of: page)
      let mark = text.count
      copy(from..<place.range.upperBound, of: page)
      written = place.range.upperBound
      if let last = marks.last, last.upperBound == mark, from > place.range.lowerBound {
        marks[marks.count - 1] = last.lowerBound..<text.count
      } else {
        marks.append(mark..<text.count)
      }
    }
    copy(written..<range.upperBound, of: page)
    while let last = text.last, last <= 0x20 { text.removeLast() }
    if range.upperBound < page.count, page[range.upperBound] != 0x0A { append("…") }
  }

  /// Copies a stretch of the page; between blocks stands a point where no other mark does.
  private mutating func copy(_ range: Range<Int>, of page: [UInt8]) {
    for index in range {
      if page[index] != 0x0A {
        text.append(page[index])
      } else if let last = text.last, last >= 0x80 || last.isLetter || last.isDigit || last == UInt8(ascii: ")") {
        append(" · ")
      } else {
        text.append(0x20)
      }
    }
  }

  private mutating func append(_ literal: StaticString) {
    for index in 0..<literal.utf8CodeUnitCount { unsafe text.append(literal.utf8Start[index]) }
  }
}
