import Testing

@testable import Search

@Suite("Folding")
struct FoldTests {
  @Test(
    "Case and accents are folded away",
    arguments: [
      ("Café", "cafe"), ("PersistentVolume", "persistentvolume"), ("Größe", "grosse"), ("Ærøskøbing", "aeroskobing"),
      ("Łódź", "lodz"), ("ŒUVRE", "oeuvre"), ("Ĳssel", "ijssel"), ("Þing", "thing"), ("naïve × ÷", "naive × ÷"),
      ("ŽLUŤOUČKÝ", "zlutoucky"), ("İstanbul", "istanbul"), ("ſ", "s"), ("e\u{301}", "e"),
      ("ПРИВЕТ Ёж", "привет ёж"), ("ΛΌΓΟΣ", "λΌγοσ"), ("τέλος", "τέλοσ"), ("容器", "容器"), ("🐳 A", "🐳 a"),
    ])
  func folds(text: String, folded: String) {
    #expect(String(decoding: Fold.fold(Array(text.utf8)), as: UTF8.self) == folded)
  }

  @Test("Every letter of Latin up to U+017F becomes ASCII, and nothing grows")
  func latin() {
    for scalar in 0xC0...0x17F {
      guard let scalar = Unicode.Scalar(scalar), scalar.properties.isAlphabetic else { continue }
      let folded = Fold.fold(Array(String(scalar).utf8))
      #expect(folded.allSatisfy { $0.isLetterInLowerCase }, "\(scalar)")
      #expect(folded.count <= 2)
      #expect(folded == Fold.fold(Array(String(scalar).lowercased().utf8)) || scalar == "İ", "\(scalar)")
    }
  }

  @Test("Broken UTF-8 passes as it is")
  func broken() {
    let bytes: [UInt8] = [0xC3, 0x41, 0xFF, 0xC3]
    #expect(Fold.fold(bytes).count <= bytes.count)
  }
}

extension UInt8 {
  fileprivate var isLetterInLowerCase: Bool { self >= 0x61 && self <= 0x7A }
}
