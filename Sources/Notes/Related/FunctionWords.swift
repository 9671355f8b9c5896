/// The words that hold English sentences together and say nothing of what they are about.
struct FunctionWords: Sendable {
  /// They, made once.
  static let english = FunctionWords()

  private static let words = """
    a about after again all already also an and another any are as at be been before being between both but by can could \
    did do does doing done during each either else even ever every few first for from further get given had has have \
    having he her here his how however if in instead into is it its itself just last least less like made make makes \
    many may me might more most much must my need needs neither never new next no nor not now of off often on once one \
    only onto or other others our out over own per please rather same see set several shall she should show shows \
    similar since so some still such take takes than that the their them then there therefore these they thing this \
    those though through thus to together too two under until up upon us use used uses using various very via want was \
    way we well were what when where whether which while who whole whose why will with within without would yes yet you \
    your yours
    """

  /// An open table of hashes; zero where there is none.
  private let table: [UInt32]
  private static let mask: UInt32 = 1023

  private init() {
    var table = [UInt32](repeating: 0, count: Int(Self.mask) + 1)
    for word in Self.words.split(separator: " ") {
      let hash = WordHash(String(word)).value
      var slot = hash & Self.mask
      while table[Int(slot)] != 0, table[Int(slot)] != hash { slot = (slot + 1) & Self.mask }
      table[Int(slot)] = hash
    }
    self.table = table
  }

  /// Whether a word is one of them.
  @inline(__always)
  func contains(_ word: WordHash) -> Bool {
    var slot = word.value & Self.mask
    while table[Int(slot)] != 0 {
      if table[Int(slot)] == word.value { return true }
      slot = (slot + 1) & Self.mask
    }
    return false
  }
}
