/// A word of at most sixteen bytes, packed.
struct WordKey: Hashable, Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  init() {}

  /// The word in `code` from `start` up to `end`, in lower case if `folding`; nil if it is longer than any keyword.
  @inline(__always)
  init?(_ code: [UInt8], _ start: Int, _ end: Int, folding: Bool) {
    guard end &- start <= 16 else { return nil }
    for position in start..<end { append(code[position], folding: folding) }
  }

  init(_ word: Span<UInt8>, folding: Bool = false) {
    for position in word.indices { append(word[position], folding: folding) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, folding: Bool) {
    let byte = folding && byte.isUppercase ? byte | 0x20 : byte
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(byte)
  }

  @inline(__always) var slot: Int {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}

/// Words and what each of them means, found by hashing without making strings.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: WordKey
    var value: Value?
  }

  private var entries: [Entry]
  private let mask: Int
  let ignoresCase: Bool

  /// Each list holds words with blanks between them.
  init(ignoringCase: Bool = false, _ lists: (Value, StaticString)...) {
    self.init(ignoringCase: ignoringCase, lists: lists)
  }

  init(ignoringCase: Bool = false, lists: [(Value, StaticString)]) {
    self.init(
      ignoringCase: ignoringCase,
      pairs: lists.flatMap { value, list in
        list.bytes.split(whereSeparator: \.isSpace).map { (Array($0), value) }
      })
  }

  /// Of two pairs with one word the first counts.
  init(ignoringCase: Bool = false, pairs: [([UInt8], Value)]) {
    ignoresCase = ignoringCase
    var size = 8
    while size < pairs.count * 2 { size *= 2 }
    mask = size - 1
    entries = Array(repeating: Entry(key: WordKey(), value: nil), count: size)
    for (word, value) in pairs {
      let key = WordKey(word.span, folding: ignoringCase)
      let slot = slot(of: key)
      if entries[slot].value == nil { entries[slot] = Entry(key: key, value: value) }
    }
  }

  /// Where `key` is, or the free place where it would be.
  @inline(__always)
  private func slot(of key: WordKey) -> Int {
    var slot = key.slot & mask
    while entries[slot].value != nil, entries[slot].key != key { slot = (slot &+ 1) & mask }
    return slot
  }

  /// What the word in `code` from `start` up to `end` means.
  @inline(__always)
  func value(_ code: [UInt8], _ start: Int, _ end: Int) -> Value? {
    guard let key = WordKey(code, start, end, folding: ignoresCase) else { return nil }
    return entries[slot(of: key)].value
  }

  subscript(_ word: String) -> Value? {
    guard word.utf8.count <= 16 else { return nil }
    return entries[slot(of: WordKey(word.utf8.span, folding: ignoresCase))].value
  }
}
