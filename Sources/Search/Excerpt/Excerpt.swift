import Source

/// A few words of a page that show why it was found.
package struct Excerpt: Sendable {
  /// The words, with an ellipsis where a sentence goes on.
  package private(set) var text: [UInt8] = []
  /// Where words that were looked for stand in `text`, in bytes; in order, without overlaps.
  package private(set) var marks: [Range<Int>] = []
  /// The text of the heading above them, without markup; empty where there is none. It may be the page's title.
  package private(set) var heading: [UInt8] = []

  /// The best stretch of a page in Markdown; nothing where none of the words stands in it.
  package init?(of markdown: [UInt8], for words: [WantedWord]) {
    let page = MarkdownText(markdown)
    let places = WordPlaces(of: words, in: page.text).places
    guard let window = ExcerptWindow(page, places) else { return nil }
    if window.heading >= 0 {
      for index in page.blocks[window.heading].range { heading.append(page.text[index]) }
    }
    write(window.start..<window.end, page.text, places)
  }

  /// A plain text as a whole, such as a title, with the places of words in it.
  package init(whole text: [UInt8], for words: [WantedWord]) {
    write(0..<text.count, text, WordPlaces(of: words, in: text).places)
  }

  private mutating func write(_ range: Range<Int>, _ page: [UInt8], _ places: [WordPlaces.Place]) {
    if !ExcerptWindow.isSentenceStart(range.lowerBound, in: page) { append("… ") }
    var (place, mark, markEnd) = (0, -1, 0)
    for index in range {
      while place < places.count, places[place].start <= index {
        if places[place].start >= range.lowerBound, places[place].end <= range.upperBound, places[place].end > index {
          if mark < 0 { mark = text.count }
          markEnd = max(markEnd, places[place].end)
        }
        place += 1
      }
      if page[index] == 0x0A { separate() } else { text.append(page[index]) }
      if mark >= 0, index + 1 == markEnd {
        marks.append(mark..<text.count)
        mark = -1
      }
    }
    if let last = text.last, last == 0x20 { text.removeLast() }
    if range.upperBound < page.count, page[range.upperBound] != 0x0A { append("…") }
  }

  /// Between blocks stands a point where no other mark does.
  private mutating func separate() {
    guard let last = text.last else { return }
    append(last >= 0x80 || last.isLetter || last.isDigit || last == UInt8(ascii: ")") ? " · " : " ")
  }

  private mutating func append(_ literal: StaticString) {
    for index in 0..<literal.utf8CodeUnitCount { unsafe text.append(literal.utf8Start[index]) }
  }
}
