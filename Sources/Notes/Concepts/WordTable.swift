/// Numbers for words, found by their hash: an open-addressed table.
///
/// Most words of a text are in no table. A filter of a few kilobytes, which stays in the processor's first cache, turns
/// nearly all of them away before the table itself is looked at.
struct WordTable: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    var number: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 64)
  private var mask = 63
  /// A bit for each word, and for some that are none: at least sixteen bits a word.
  private var filter = Array(repeating: UInt64(0), count: 8)
  /// How many words there are.
  private(set) var count = 0

  /// The number of a word; -1 if it is unknown.
  @inline(__always)
  subscript(_ hash: UInt64) -> Int {
    let bit = Self.bit(hash)
    guard filter[bit >> 6 & (filter.count - 1)] >> UInt64(bit & 63) & 1 == 1 else { return -1 }
    var index = Self.index(hash) & mask
    while true {
      let slot = slots[index]
      if slot.number < 0 || slot.hash == hash { return Int(slot.number) }
      index = (index + 1) & mask
    }
  }

  /// The number of a word, which gets one if it has none: 0, 1, 2, …
  mutating func number(of hash: UInt64) -> Int {
    let known = self[hash]
    guard known < 0 else { return known }
    if count * 2 >= mask { grow() }
    insert(Slot(hash: hash, number: Int32(count)))
    count += 1
    return count - 1
  }

  private mutating func insert(_ slot: Slot) {
    var index = Self.index(slot.hash) & mask
    while slots[index].number >= 0 { index = (index + 1) & mask }
    slots[index] = slot
    let bit = Self.bit(slot.hash)
    filter[bit >> 6 & (filter.count - 1)] |= 1 << UInt64(bit & 63)
  }

  private mutating func grow() {
    let old = slots
    mask = mask * 2 + 1
    slots = Array(repeating: Slot(), count: mask + 1)
    filter = Array(repeating: 0, count: (mask + 1) / 8)
    for slot in old where slot.number >= 0 { insert(slot) }
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) }

  @inline(__always)
  private static func index(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 29)) }
}
