/// Numbers for words, found by their hash: an open-addressed table.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var mask: Int
  /// How many words there are.
  private(set) var count = 0

  init() {
    hashes = Array(repeating: 0, count: 64)
    numbers = Array(repeating: -1, count: 64)
    mask = 63
  }

  /// The number of a word; -1 if it is unknown.
  @inline(__always)
  subscript(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while true {
      let number = numbers[slot]
      if number < 0 || hashes[slot] == hash { return Int(number) }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word, which gets one if it has none: 0, 1, 2, …
  mutating func number(of hash: UInt64) -> Int {
    let known = self[hash]
    guard known < 0 else { return known }
    if count * 2 >= mask { grow() }
    insert(hash, Int32(count))
    count += 1
    return count - 1
  }

  private mutating func insert(_ hash: UInt64, _ number: Int32) {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while numbers[slot] >= 0 { slot = (slot + 1) & mask }
    hashes[slot] = hash
    numbers[slot] = number
  }

  private mutating func grow() {
    let (oldHashes, oldNumbers) = (hashes, numbers)
    mask = mask * 2 + 1
    hashes = Array(repeating: 0, count: mask + 1)
    numbers = Array(repeating: -1, count: mask + 1)
    for (hash, number) in zip(oldHashes, oldNumbers) where number >= 0 { insert(hash, number) }
  }
}
