import Source

/// The stretch of a page that says most about the words that are looked for.
struct ExcerptWindow: Sendable {
  /// Where it stands in the page's text; it begins and ends with whole words.
  private(set) var range: Range<Int>
  /// The heading above it, by its place among the blocks.
  let heading: Int?

  /// How long it is at most, in bytes.
  static let width = 180
  /// How many places are looked at: a page that has more has enough.
  private static let mostPlaces = 4096

  /// The best window of a page; nothing where no place says anything, or only a heading without a text below it.
  init?(_ page: MarkdownText, _ places: [WordPlaces.Place]) {
    var choice = Choice()
    var (first, next) = (0, 0)
    let blocks = page.blocks
    while first < blocks.count {
      let heading = blocks[first].kind == .heading ? first : nil
      let start = heading == nil ? first : first + 1
      var end = start
      while end < blocks.count, blocks[end].kind != .heading { end += 1 }
      let limit = end < blocks.count ? blocks[end].range.lowerBound : page.text.count
      let from = next
      while next < places.count, places[next].range.lowerBound < limit { next += 1 }
      if start < end, from < Self.mostPlaces {
        let section = Section(
          heading: heading, text: blocks[start].range.lowerBound..<blocks[end - 1].range.upperBound, blocks: start..<end
        )
        choice.consider(section, places[from..<min(next, Self.mostPlaces)], in: page)
      }
      first = max(end, first + 1)
    }
    guard let best = choice.best else { return nil }
    heading = best.section.heading
    range = Self.extent(around: best.core, within: best.section.text, in: page.text)
  }

  /// What stands below a heading, up to the next.
  private struct Section {
    let heading: Int?
    let text: Range<Int>
    let blocks: Range<Int>
  }

  /// The best stretch so far.
  private struct Choice {
    private(set) var best: (section: Section, core: Range<Int>)?
    private var bestScore = 0

    /// Compares the stretches of a section, each from a place on as far as it may reach.
    mutating func consider(_ section: Section, _ places: ArraySlice<WordPlaces.Place>, in page: MarkdownText) {
      var (named, ownWorth, start) = (UInt64(0), 0, places.startIndex)
      while start < places.endIndex, places[start].range.lowerBound < section.text.lowerBound {
        if named & 1 << UInt64(places[start].word) == 0 { ownWorth += places[start].worth }
        named |= 1 << UInt64(places[start].word)
        start += 1
      }
      if ownWorth > 0 {
        keep(section, section.text.lowerBound..<section.text.lowerBound, score: ownWorth * 8)
      }
      var block = section.blocks.lowerBound
      for first in start..<places.endIndex {
        while page.blocks[block].range.upperBound <= places[first].range.lowerBound,
          block + 1 < section.blocks.upperBound
        {
          block += 1
        }
        consider(section, places[first...], named, ownWorth, isProse: page.blocks[block].kind == .prose)
      }
    }

    /// A word counts once, those of the heading by half; then it counts how close they are to each other.
    private mutating func consider(
      _ section: Section, _ places: ArraySlice<WordPlaces.Place>, _ named: UInt64, _ headingWorth: Int, isProse: Bool
    ) {
      let start = places[places.startIndex].range.lowerBound
      var (seen, worth, end, repeats) = (UInt64(0), 0, start, 0)
      for place in places {
        guard place.range.upperBound - start <= ExcerptWindow.width else { break }
        let mark = UInt64(1) << UInt64(place.word)
        if seen & mark != 0 {
          repeats += 1
          continue
        }
        seen |= mark
        worth += named & mark == 0 ? place.worth * 2 : place.worth
        end = max(end, place.range.upperBound)
      }
      let closeness = 8 - (end - start) * 8 / ExcerptWindow.width
      keep(
        section, start..<end,
        score: (worth + headingWorth) * 8 + closeness + min(repeats, 3) + (isProse ? 4 : 0))
    }

    private mutating func keep(_ section: Section, _ core: Range<Int>, score: Int) {
      guard score > bestScore else { return }
      bestScore = score
      best = (section, core)
    }
  }

  // MARK: Where it begins and ends

  /// Widens `core`: to the beginning of its block or of a sentence, if one is near, and as far behind it as may be.
  private static func extent(around core: Range<Int>, within section: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let room = max(0, width - core.count)
    let start = beginning(
      before: core.lowerBound, from: max(section.lowerBound, core.lowerBound - room * 2 / 3), in: text)
    let limit = min(section.upperBound, max(start + width, core.upperBound))
    guard limit < section.upperBound else { return start..<limit }
    var end = limit
    while end > core.upperBound, limit - end < 30, text[end] > 0x20 { end -= 1 }
    if text[end] > 0x20 { end = max(core.upperBound, characterStart(limit, in: text)) }
    return start..<end
  }

  /// The start of the block, else the first start of a sentence, else that of a word a little before.
  private static func beginning(before place: Int, from low: Int, in text: [UInt8]) -> Int {
    var (index, sentence) = (place, place)
    while index > low {
      if text[index - 1] == 0x0A { return index }
      if isSentenceStart(index, in: text) { sentence = index }
      index -= 1
    }
    if low == 0 || text[low - 1] == 0x0A { return low }
    if sentence < place || isSentenceStart(place, in: text) { return sentence }
    index = max(low, place - (place - low) / 2)
    while index < place, text[index - 1] > 0x20 { index += 1 }
    return index < place ? index : characterStart(max(low, place - (place - low) / 2), in: text)
  }

  /// Whether a sentence may begin at `index`: behind a full stop and a blank.
  static func isSentenceStart(_ index: Int, in text: [UInt8]) -> Bool {
    guard index > 2, text[index - 1] == 0x20 else { return index == 0 }
    switch text[index - 2] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return !text[index].isSmall
    default: return false
    }
  }

  private static func characterStart(_ index: Int, in text: [UInt8]) -> Int {
    var index = index
    while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
