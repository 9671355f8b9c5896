internal import Source

/// A web or mail address that stands in a text without marks, by the rules of GFM ("Autolinks (extension)").
struct BareAddress {
  /// Where it stands in the block's text.
  let range: Range<Int>
  /// What its destination begins with that is not written.
  let scheme: StaticString

  /// The address that a `:`, `@` or `w` at `index` belongs to, within the plain text at `bounds`.
  init?(_ content: borrowing Content, at index: Int, within bounds: Range<Int>) {
    let found =
      switch content[index] {
      case UInt8(ascii: ":"): Self.withScheme(content, index, bounds)
      case UInt8(ascii: "@"): Self.mail(content, index, bounds)
      default: Self.withoutScheme(content, index, bounds)
      }
    guard let found else { return nil }
    range = found
    switch content[index] {
    case UInt8(ascii: ":"): scheme = ""
    case UInt8(ascii: "@"): scheme = "mailto:"
    default: scheme = "http://"
    }
  }

  private static func withScheme(_ content: borrowing Content, _ colon: Int, _ bounds: Range<Int>) -> Range<Int>? {
    guard content[colon + 1] == UInt8(ascii: "/"), content[colon + 2] == UInt8(ascii: "/") else { return nil }
    var start = colon
    while start > bounds.lowerBound, colon - start < 6, content[start - 1].isLetter { start -= 1 }
    guard
      let length = schemes.first(where: { matches(content, colon - $0.count, $0) && $0.count <= colon - start })?.count
    else { return nil }
    start = colon - length
    guard start == 0 || !content[start - 1].isAlphanumeric else { return nil }
    return address(content, start, host: colon + 3, bounds, needsDot: false)
  }

  private static let schemes = [Array("http".utf8), Array("https".utf8), Array("ftp".utf8)]

  private static func matches(_ content: borrowing Content, _ start: Int, _ word: [UInt8]) -> Bool {
    guard start >= 0 else { return false }
    for (offset, byte) in word.enumerated() where content[start + offset] | 0x20 != byte { return false }
    return true
  }

  private static func withoutScheme(_ content: borrowing Content, _ start: Int, _ bounds: Range<Int>) -> Range<Int>? {
    guard content[start + 2] == UInt8(ascii: "w"), content[start + 3] == UInt8(ascii: ".") else { return nil }
    guard start == 0 || mayPrecede(content[start - 1]) else { return nil }
    return address(content, start, host: start, bounds, needsDot: true)
  }

  /// What may stand before `www.`: a blank, or a mark that opens something.
  private static func mayPrecede(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("), UInt8(ascii: "="),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "|"):
      true
    default: byte.isSpace
    }
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  /// An address reaches to the next blank or angle bracket, without the punctuation at its end.
  private static func address(
    _ content: borrowing Content, _ start: Int, host: Int, _ bounds: Range<Int>, needsDot: Bool
  ) -> Range<Int>? {
    guard let hostEnd = hostEnd(content, host, bounds.upperBound, needsDot: needsDot) else { return nil }
    var end = hostEnd
    while end < bounds.upperBound, !endsAddress(content[end]) { end += 1 }
    end = trimmedEnd(content, start, end)
    return end > host ? start..<end : nil
  }

  /// Where the host name ends: letters, digits, `-`, `_`, `.` and anything beyond ASCII; the last two parts have no `_`.
  private static func hostEnd(_ content: borrowing Content, _ start: Int, _ limit: Int, needsDot: Bool) -> Int? {
    var end = start
    var dots = 0
    var lastUnderscores = (before: 0, last: 0)
    while end < limit {
      let byte = content[end]
      if byte == UInt8(ascii: "_") {
        lastUnderscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        lastUnderscores = (lastUnderscores.last, 0)
        dots += 1
      } else if !byte.isAlphanumeric, byte != UInt8(ascii: "-"), byte < 0x80 {
        break
      }
      end += 1
    }
    guard end > start, lastUnderscores == (0, 0) else { return nil }
    guard content[start].isAlphanumeric || content[start] >= 0x80 else { return nil }
    return needsDot && dots == 0 ? nil : end
  }

  /// Without what more likely belongs to the sentence: marks, an unbalanced `)`, an entity.
  private static func trimmedEnd(_ content: borrowing Content, _ start: Int, _ limit: Int) -> Int {
    var unclosed = 0
    for index in start..<limit {
      if content[index] == UInt8(ascii: "(") {
        unclosed += 1
      } else if content[index] == UInt8(ascii: ")") {
        unclosed -= 1
      }
    }
    var end = limit
    while end > start {
      switch content[end - 1] {
      case UInt8(ascii: ")"):
        guard unclosed < 0 else { return end }
        unclosed += 1
        end -= 1
      case UInt8(ascii: ";"): end = entityStart(content, start, end - 1) ?? end - 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      default: return end
      }
    }
    return end
  }

  /// Where `&name;` begins whose semicolon stands at `end`.
  private static func entityStart(_ content: borrowing Content, _ start: Int, _ end: Int) -> Int? {
    var index = end
    while index > start, content[index - 1].isLetter { index -= 1 }
    return index < end && index > start && content[index - 1] == UInt8(ascii: "&") ? index - 1 : nil
  }

  private static func mail(_ content: borrowing Content, _ sign: Int, _ bounds: Range<Int>) -> Range<Int>? {
    var start = sign
    while start > bounds.lowerBound, isLocal(content[start - 1]) { start -= 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < bounds.upperBound {
      if content[end] == UInt8(ascii: ".") {
        guard end + 1 < bounds.upperBound, content[end + 1].isAlphanumeric else { break }
        dots += 1
      } else if !content[end].isAlphanumeric, content[end] != UInt8(ascii: "-"), content[end] != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard dots > 0, content[sign + 1].isAlphanumeric, content[end - 1].isLetter,
      end >= bounds.upperBound || content[end] != UInt8(ascii: "@")
    else { return nil }
    return start..<end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}

extension DocumentParser {
  /// Adds a link for a bare address.
  mutating func addBareAddress(at index: Int, of run: inout TextRun) {
    let bounds = run.done..<run.shown.upperBound
    guard let address = BareAddress(content, at: index, within: bounds) else { return }
    let range = address.range.lowerBound..<addressEnd(address.range)
    addPlain(&run, upTo: range.lowerBound)
    run.done = range.upperBound
    let place = inlinePlace(range.lowerBound, range.upperBound)
    let scheme = tree.keep(address.scheme)
    let rest = keep(run, range)
    let destination = TextSlice(start: Int(scheme.start), count: Int(scheme.count + rest.count))
    let node = tree.begin(.link, at: place.start)
    tree.with(node) {
      $0.text = destination
      $0.number = Int32(links.count)
      $0.flags.insert(.automatic)
    }
    links.append(Link(kind: .link, destination: tree.string(destination), range: place, target: place))
    addTextNode(run, range)
    tree.end(at: place.end)
  }

  /// Within a mark, `==` ends an address as well.
  private func addressEnd(_ range: Range<Int>) -> Int {
    guard delimiters.has(.equals) else { return range.upperBound }
    let equals = UInt8(ascii: "=")
    return range.dropFirst().first { content[$0] == equals && content[$0 + 1] == equals } ?? range.upperBound
  }
}
