import Testing

@testable import Search

@Suite("Typing errors")
struct TypingErrorTests {
  @Test(arguments: [
    ("volume", "volume", 0), ("volme", "volume", 1), ("vollume", "volume", 1), ("vokume", "volume", 1),
    ("vloume", "volume", 1), ("olume", "volume", 1), ("volum", "volume", 1), ("volumee", "volume", 1),
    ("vlume", "volumes", 2), ("vloumse", "volumes", 2), ("", "ab", 2),
  ])
  func `errors are counted`(_ wrong: String, _ right: String, _ errors: Int) {
    let error = TypingError(wrong: Array(wrong.utf8), begins: false)
    let bytes = Array(right.utf8)
    for allowed in 0...3 {
      #expect(error.leads(to: bytes, 0, bytes.count, errors: allowed) == (allowed >= errors))
    }
  }

  @Test(arguments: [("depolym", true), ("deplom", true), ("xdeploy", true), ("dxploxm", false)])
  func `an unfinished word may have one`(_ wrong: String, _ leads: Bool) {
    let error = TypingError(wrong: Array(wrong.utf8), begins: true)
    let bytes = Array("deployment".utf8)
    #expect(error.leads(to: bytes, 0, bytes.count, errors: 1) == leads)
  }

  @Test func `logarithms are right to three digits`() {
    for (number, logarithm) in [(1, 0), (2, 0.6931), (2.7183, 1), (10, 2.3026), (529, 6.2710), (100_001, 11.5129)] {
      #expect(abs(Rarity.logarithm(Float(number)) - Float(logarithm)) < 0.002)
    }
  }
}
