/// Numbers that look random and are the same in every run (SplitMix64), for property tests.
///
/// ```swift
/// for var random in Random.series(500) {
///   let text = random.text(of: "ab\n", upTo: 40)
///   #expect(property(text), "seed \(random.seed)")
/// }
/// ```
package struct Random: RandomNumberGenerator, Sendable {
  /// What it was started with.
  package let seed: UInt64
  private var state: UInt64

  /// The numbers that belong to a seed.
  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// One generator each for the seeds from 0 up to `count`.
  package static func series(_ count: UInt64) -> [Random] {
    (0..<count).map { Random(seed: $0) }
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number of the range.
  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// True once in `times`.
  package mutating func once(in times: Int) -> Bool {
    int(1...times) == 1
  }

  /// One of the choices.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[int(0...(choices.count - 1))]
  }

  /// A text of up to `limit` characters of an alphabet.
  package mutating func text(of alphabet: String, upTo limit: Int) -> String {
    let letters = Array(alphabet)
    let count = int(0...limit)
    var text = ""
    for _ in 0..<count { text.append(pick(letters)) }
    return text
  }

  /// A text of up to `limit` pieces, each one of those given: the way to make input that is nearly right.
  package mutating func text(of pieces: [String], upTo limit: Int) -> String {
    let count = int(0...limit)
    var text = ""
    for _ in 0..<count { text += pick(pieces) }
    return text
  }

  /// Up to `limit` bytes, each as likely as the other.
  package mutating func bytes(upTo limit: Int) -> [UInt8] {
    let count = int(0...limit)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}
