import Source

/// All names that are looked for, word by word: a trie over numbered words, whose edges lie in one open-addressed table.
///
/// Looking costs one look into a table for each word of a text, and one more for each word that goes on with a name,
/// however many names there are.
struct NameTable: Sendable {
  private(set) var words = WordTable()
  /// For each word, the state behind it where it begins a name; 0 where it begins none.
  private var starts: [Int32] = []
  private var edges = EdgeTable()
  /// For each state, the name that ends there; -1 if none does.
  private var ends: [Int32] = [-1]
  /// How many names there are.
  private(set) var count = 0

  /// The number of the name that is written with these words, which gets one if it has none.
  mutating func insert(_ name: [[UInt8]]) -> Int {
    var state = 0
    for (position, word) in name.enumerated() {
      let number = insert(word: Word.hash(word))
      state = position == 0 ? start(number) : step(state, number)
    }
    if ends[state] < 0 {
      ends[state] = Int32(count)
      count += 1
    }
    return Int(ends[state])
  }

  /// The number of a word, which need not be in a name.
  mutating func insert(word hash: UInt64) -> Int {
    let number = words.number(of: hash)
    while starts.count <= number { starts.append(0) }
    return number
  }

  private mutating func start(_ word: Int) -> Int {
    if starts[word] == 0 { starts[word] = addState() }
    return Int(starts[word])
  }

  private mutating func step(_ state: Int, _ word: Int) -> Int {
    if let next = edges[state, word] { return next }
    let next = Int(addState())
    edges.insert(state, word, next)
    return next
  }

  private mutating func addState() -> Int32 {
    ends.append(-1)
    return Int32(ends.count - 1)
  }

  /// The state behind a word that begins a name; 0 if it begins none.
  @inline(__always) func state(behind word: Int) -> Int { Int(starts[word]) }

  /// The state behind the next word; nothing where no name goes on with it.
  @inline(__always) func state(_ state: Int, _ word: Int) -> Int? { edges[state, word] }

  /// The name that ends in a state; -1 if none does.
  @inline(__always) func name(_ state: Int) -> Int { Int(ends[state]) }
}

/// Where each word leads from each state.
private struct EdgeTable: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var targets: [Int32] = Array(repeating: 0, count: 64)
  private var count = 0

  @inline(__always)
  subscript(_ state: Int, _ word: Int) -> Int? {
    let key = Self.key(state, word)
    var slot = slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(targets[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ state: Int, _ word: Int, _ target: Int) {
    if count * 2 >= keys.count { grow() }
    place(Self.key(state, word), Int32(target))
    count += 1
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    var slot = slot(key)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    targets = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, target) in zip(oldKeys, oldTargets) where key != 0 { place(key, target) }
  }

  /// States count from 1, so no key is 0.
  @inline(__always) private static func key(_ state: Int, _ word: Int) -> UInt64 { UInt64(state) << 32 | UInt64(word) }

  @inline(__always) private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
  }
}
