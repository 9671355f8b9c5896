import Source

/// A name in a text.
struct FoundName {
  /// Its first and its last word.
  let first: Int
  let last: Int
  /// Its number.
  let name: Int
}

/// Finds the longest names in a text, from its front to its end.
struct NameFinder {
  private let names: ConceptNames
  /// The phrases that rule topics out, in order.
  private var phrases: [FoundName] = []
  /// How many of these are behind the name that was asked of.
  private var passed = 0

  /// The keys of names that are passed over.
  private let ignored: Set<UInt64>

  /// A finder of `names`, but for those with the keys `ignored`.
  init(_ names: ConceptNames, ignoring ignored: Set<UInt64> = []) {
    self.names = names
    self.ignored = ignored
  }

  /// All names in a text, in order; none overlaps another.
  mutating func find(in words: [TextWord], _ html: borrowing Span<UInt8>) -> [FoundName] {
    var found: [FoundName] = []
    var index = 0
    while index < words.count {
      let number = Int(words[index].number)
      let state = number < 0 ? 0 : names.table.state(behind: number)
      guard state != 0, Self.canBegin(html, words, index), let name = longest(from: index, state, words, html) else {
        index += 1
        continue
      }
      found.append(name)
      index = name.last + 1
    }
    return found
  }

  /// The longest name that begins at a word, behind which the table is in `state`.
  private mutating func longest(
    from first: Int, _ state: Int, _ words: [TextWord], _ html: borrowing Span<UInt8>
  ) -> FoundName? {
    var best: FoundName?
    var (last, state) = (first, state)
    while true {
      let name = names.table.name(state)
      if name >= 0, Self.canEnd(html, words, last) {
        if names.names[name].isPhrase {
          phrases.append(FoundName(first: first, last: last, name: name))
        }
        let isWanted = !names.names[name].senses.isEmpty && !ignored.contains(names.names[name].key)
        if isWanted { best = FoundName(first: first, last: last, name: name) }
      }
      guard last + 1 < words.count, words[last + 1].gap != .other, words[last + 1].number >= 0,
        let next = names.table.state(state, Int(words[last + 1].number))
      else { return best }
      (last, state) = (last + 1, next)
    }
  }

  /// Whether a phrase around a found name rules `topic` out. To be asked of one name after the other.
  mutating func excludes(_ topic: Int, at found: FoundName) -> Bool {
    while passed < phrases.count, phrases[passed].last < found.first { passed += 1 }
    for phrase in phrases[passed...].prefix(while: { $0.first <= found.first })
    where phrase.last >= found.last && names.excludes(phrase.name, topic) { return true }
    return false
  }

  /// Whether a name may begin with a word: it is not the second part of a path, a flag or a compound.
  private static func canBegin(_ html: borrowing Span<UInt8>, _ words: [TextWord], _ index: Int) -> Bool {
    let start = Int(words[index].start)
    guard start > 0 else { return true }
    if index > 0, words[index - 1].end == words[index].start { return false }
    switch html[start - 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "\\"),
      UInt8(ascii: ":"):
      return false
    case UInt8(ascii: "-"):
      return start == 1 || !(html[start - 2].isNameByte || html[start - 2] == UInt8(ascii: "-"))
    default: return true
    }
  }

  /// Whether a name may end with a word.
  private static func canEnd(_ html: borrowing Span<UInt8>, _ words: [TextWord], _ index: Int) -> Bool {
    let end = Int(words[index].end)
    guard end + 1 < html.count else { return true }
    if index + 1 < words.count, words[index + 1].start == words[index].end { return false }
    let next = html[end + 1]
    switch html[end] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ":"),
      UInt8(ascii: "."):
      return !next.isNameByte
    case UInt8(ascii: "("): return next != UInt8(ascii: ")")
    default: return true
    }
  }
}
