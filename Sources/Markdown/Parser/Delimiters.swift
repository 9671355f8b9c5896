internal import Source

/// The marks that may begin a strikethrough, a mark or a wikilink, until the one that ends it comes.
struct Delimiters {
  /// What a mark stands for.
  enum Kind: Int, CaseIterable {
    case tilde
    case tildes
    case equals
    case brackets
  }

  /// A mark that stands in the tree as a text of its own.
  struct Opener {
    /// Its node, which becomes the node that it begins.
    let node: Int
    /// The node around it.
    let parent: Int
    /// How many links came before it.
    let links: Int
  }

  private var openers: [[Opener]] = Kind.allCases.map { _ in [] }

  private var isUsed = false

  mutating func clear() {
    guard isUsed else { return }
    for kind in openers.indices { openers[kind].removeAll(keepingCapacity: true) }
    isUsed = false
  }

  mutating func push(_ kind: Kind, _ opener: Opener) {
    openers[kind.rawValue].append(opener)
    isUsed = true
  }

  /// Whether a mark of a kind was seen and not closed.
  func has(_ kind: Kind) -> Bool { !openers[kind.rawValue].isEmpty }

  /// The latest mark of a kind, if it has this parent. It and all marks behind it are taken away: what they might
  /// begin would overlap.
  mutating func take(_ kind: Kind, within parent: Int) -> Opener? {
    guard isUsed else { return nil }
    drop(from: parent + 1, notWithin: parent)
    guard let opener = openers[kind.rawValue].last, opener.parent == parent else { return nil }
    for index in openers.indices {
      while let last = openers[index].last, last.node >= opener.node { openers[index].removeLast() }
    }
    return opener
  }

  /// Forgets the marks inside of nodes that have ended.
  private mutating func drop(from node: Int, notWithin parent: Int) {
    for index in openers.indices {
      while let last = openers[index].last, last.node >= node, last.parent != parent { openers[index].removeLast() }
    }
  }
}

extension DocumentParser {
  /// `~`, `~~` or `==`: the begin or the end of a strikethrough or a mark, or just text.
  mutating func addDelimiters(at index: Int, of run: inout TextRun) {
    let mark = content[index]
    guard index == 0 || content[index - 1] != mark else { return }
    var end = index
    while end < run.shown.upperBound, content[end] == mark { end += 1 }
    guard let kind = delimiter(mark, end - index) else { return }
    let sides = Flanks(content, index, end)
    guard mark != UInt8(ascii: "=") || !sides.isWithinWord else { return }
    if sides.canClose, let opener = delimiters.take(kind, within: tree.current) {
      addPlain(&run, upTo: index)
      run.done = end
      tree.wrap(from: opener.node, in: kind == .equals ? .mark : .strikethrough, endingAt: inlinePlace(index, end).end)
    } else if sides.canOpen {
      addOpener(kind, index..<end, of: &run)
    }
  }

  private func delimiter(_ mark: UInt8, _ length: Int) -> Delimiters.Kind? {
    if mark == UInt8(ascii: "=") { return length == 2 ? .equals : nil }
    return length == 1 ? .tilde : length == 2 ? .tildes : nil
  }

  /// Adds a mark as a text of its own; it is changed when its other half comes.
  mutating func addOpener(_ kind: Delimiters.Kind, _ range: Range<Int>, of run: inout TextRun) {
    addPlain(&run, upTo: range.lowerBound)
    addTextNode(run, range)
    run.done = range.upperBound
    delimiters.push(kind, Delimiters.Opener(node: tree.nodes.count - 1, parent: tree.current, links: links.count))
  }
}

/// What stands around a run of marks: the rules for `*` (spec section "Emphasis and strong emphasis").
struct Flanks {
  let canOpen: Bool
  let canClose: Bool
  /// Whether letters or digits of ASCII stand on both sides.
  let isWithinWord: Bool

  init(_ content: borrowing Content, _ start: Int, _ end: Int) {
    let before = Self.scalar(before: start, in: content)
    let after = Self.scalar(at: end, in: content)
    let isAfterSpace = before.properties.isWhitespace
    let isBeforeSpace = after.properties.isWhitespace
    canOpen = !isBeforeSpace && (!Self.isPunctuation(after) || isAfterSpace || Self.isPunctuation(before))
    canClose = !isAfterSpace && (!Self.isPunctuation(before) || isBeforeSpace || Self.isPunctuation(after))
    isWithinWord = Self.isWord(before) && Self.isWord(after)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && UInt8(truncatingIfNeeded: scalar.value).isAlphanumeric
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return byte.isPunctuation || byte == Content.opaque
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func scalar(before index: Int, in content: borrowing Content) -> Unicode.Scalar {
    var start = index - 1
    while start > 0, start > index - 4, content[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? "\n" : scalar(at: start, in: content)
  }

  private static func scalar(at index: Int, in content: borrowing Content) -> Unicode.Scalar {
    guard index < content.count else { return "\n" }
    guard content[index] >= 0x80 else { return Unicode.Scalar(content[index]) }
    var decoder = UTF8()
    var bytes = content.bytes[index..<min(index + 4, content.count)].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { return scalar }
    return "\u{FFFD}"
  }
}
