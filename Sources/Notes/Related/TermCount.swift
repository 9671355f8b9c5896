/// How often a term stands in a note, in four bytes: 29 bits for the term, three for the count, which stops at seven.
struct TermCount: Sendable {
  private var bits: UInt32

  /// How many bits tell the term.
  static let termBits: UInt32 = 29
  private static let most: UInt32 = 7

  /// No term.
  static let none = TermCount(bits: 0)

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// A term that was met once.
  @inline(__always)
  init(_ term: UInt32) {
    bits = term << 3 | 1
  }

  /// A term with its count.
  @inline(__always)
  init(_ term: Int, count: Int) {
    bits = UInt32(truncatingIfNeeded: term) << 3 | UInt32(truncatingIfNeeded: count)
  }

  /// The term.
  @inline(__always)
  var term: Int { Int(bits >> 3) }

  /// How often it was met, up to seven.
  @inline(__always)
  var count: Int { Int(bits & 7) }

  /// Whether it is no term.
  @inline(__always)
  var isNone: Bool { bits == 0 }

  @inline(__always)
  mutating func increment() {
    if bits & 7 < Self.most { bits += 1 }
  }
}

/// Counts the terms of one text: an open table.
struct TermCounter {
  /// More terms than that say nothing more about a note.
  private static let most = 4096

  private var slots: [TermCount]
  private var used = 0
  private let sample: UInt32

  /// A counter for a text of `bytes` bytes, which takes one of `1 << sampling` terms: always the same ones.
  init(bytes: Int, sampling: Int) {
    var size = 256
    while size < min(bytes / 5, Self.most * 2) { size *= 2 }
    slots = [TermCount](repeating: .none, count: size)
    sample = 1 << UInt32(sampling) - 1
  }

  /// Counts a word, or two in a row.
  @inline(__always)
  mutating func add(_ word: WordHash) {
    let spread = word.spread
    guard spread & sample == 0 else { return }
    let term = max(1, spread >> (32 - TermCount.termBits))
    var slot = Int(term) & (slots.count - 1)
    while !slots[slot].isNone {
      if slots[slot].term == Int(term) { return slots[slot].increment() }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard used < Self.most else { return }
    slots[slot] = TermCount(term)
    used += 1
    if used * 4 > slots.count * 3 { grow() }
  }

  private mutating func grow() {
    var larger = [TermCount](repeating: .none, count: slots.count * 2)
    for entry in slots where !entry.isNone {
      var slot = entry.term & (larger.count - 1)
      while !larger[slot].isNone { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  /// The terms that were met.
  consuming func finish() -> [TermCount] {
    var terms: [TermCount] = []
    terms.reserveCapacity(used)
    for entry in slots where !entry.isNone { terms.append(entry) }
    return terms
  }
}
