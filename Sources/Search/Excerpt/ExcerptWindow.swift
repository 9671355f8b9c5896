import Source

/// The stretch of a page that says most about the words that are looked for.
struct ExcerptWindow: Sendable {
  /// Where it stands in the page's text; it begins and ends with whole words.
  private(set) var start = 0
  private(set) var end = 0
  /// The heading above it, by its place among the blocks; -1 for none.
  private(set) var heading = -1

  private var score = 0
  /// The text around the words, up to the next heading.
  private var (low, high) = (0, 0)

  /// How long it is at most, in bytes.
  static let width = 180
  /// How many places are looked at: a page that has more has enough.
  private static let mostPlaces = 4096

  /// The best window of a page; nothing where no place says anything, or only a heading without a text below it.
  init?(_ page: MarkdownText, _ places: [WordPlaces.Place]) {
    var (block, next) = (0, 0)
    let count = min(places.count, Self.mostPlaces)
    while block < page.blocks.count, next < count {
      let above = page.blocks[block].kind == .heading ? block : -1
      if above >= 0 { block += 1 }
      let first = block
      while block < page.blocks.count, page.blocks[block].kind != .heading { block += 1 }
      let from = next
      let limit = block < page.blocks.count ? page.blocks[block].range.lowerBound : page.text.count
      while next < count, places[next].start < limit { next += 1 }
      if first < block { choose(first..<block, below: above, places, from..<next, in: page) }
    }
    guard score > 0 else { return nil }
    widen(page.text)
  }

  /// Compares the stretches of a section, each from a place on as far as it may reach.
  private mutating func choose(
    _ blocks: Range<Int>, below above: Int, _ places: [WordPlaces.Place], _ range: Range<Int>, in page: MarkdownText
  ) {
    let text = page.blocks[blocks.lowerBound].range.lowerBound..<page.blocks[blocks.upperBound - 1].range.upperBound
    var (named, headingWorth, block) = (UInt64(0), 0, blocks.lowerBound)
    for first in range {
      let place = places[first]
      var (seen, worth, last) = (UInt64(0), 0, text.lowerBound)
      if place.start < text.lowerBound {
        if named & 1 << UInt64(place.word) == 0 { headingWorth += place.worth }
        named |= 1 << UInt64(place.word)
      } else {
        while page.blocks[block].range.upperBound <= place.start, block + 1 < blocks.upperBound { block += 1 }
        for other in first..<range.upperBound {
          guard places[other].end - place.start <= Self.width else { break }
          let mark = UInt64(1) << UInt64(places[other].word)
          if seen & mark != 0 { continue }
          seen |= mark
          // What the heading says already counts by half.
          worth += named & mark == 0 ? places[other].worth * 2 : places[other].worth
          last = max(last, places[other].end)
        }
      }
      let begin = max(place.start, text.lowerBound)
      let closeness = worth > 0 ? 8 - (last - begin) * 8 / Self.width : 0
      let total = (worth + headingWorth) * 8 + closeness + (page.blocks[block].kind == .prose ? 4 : 0)
      guard total > score else { continue }
      (score, heading, start, end) = (total, above, begin, max(last, begin))
      (low, high) = (text.lowerBound, text.upperBound)
    }
  }

  // MARK: Where it begins and ends

  /// Widens it to the beginning of its block or of a sentence, if one is near, and as far behind it as may be.
  private mutating func widen(_ text: [UInt8]) {
    let (first, last) = (start, end)
    widenStart(to: max(low, first - max(0, Self.width - (last - first)) * 2 / 3), in: text)
    end = max(last, min(high, start + Self.width))
    guard end < high else { return }
    let limit = end
    while end > last, limit - end < 30, text[end] > 0x20 { end -= 1 }
    if text[end] > 0x20 {
      end = limit
      while end > last, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
  }

  /// Begins with the block, else with a sentence, else with a word a little before.
  private mutating func widenStart(to limit: Int, in text: [UInt8]) {
    var (place, sentence) = (start, -1)
    while place > limit, text[place - 1] != 0x0A {
      if Self.isSentenceStart(place, in: text) { sentence = place }
      place -= 1
    }
    let isBlockStart = place == 0 || text[place - 1] == 0x0A
    if isBlockStart || sentence >= 0 {
      start = isBlockStart ? place : sentence
      return
    }
    place += (start - place) / 2
    let middle = place
    while place < start, text[place - 1] > 0x20 { place += 1 }
    if place == start {
      place = middle
      while place < start, text[place] & 0xC0 == 0x80 { place += 1 }
    }
    start = place
  }

  /// Whether a block or a sentence begins at `index`: behind a full stop and a blank.
  static func isSentenceStart(_ index: Int, in text: [UInt8]) -> Bool {
    if index == 0 || text[index - 1] == 0x0A { return true }
    guard index > 2, text[index - 1] == 0x20, !text[index].isSmall else { return false }
    let mark = text[index - 2]
    return mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
  }
}
