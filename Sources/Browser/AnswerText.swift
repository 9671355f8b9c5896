import Search

/// A text that a script takes apart with a few splits: records end with U+001E, fields are parted by U+001F, and U+0001
/// stands before and behind what is to be highlighted. No other control character is in it.
struct AnswerText {
  private(set) var bytes: [UInt8] = []

  /// What ends a field.
  static let field: UInt8 = 0x1F
  private static let (record, mark): (UInt8, UInt8) = (0x1E, 0x01)

  mutating func endField() { add(Self.field) }

  mutating func endRecord() { add(Self.record) }

  mutating func append(_ number: Int) {
    if number > 9 { append(number / 10) }
    add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Writes a word that is looked for, in four fields.
  mutating func append(_ word: WantedWord) {
    append(word.form)
    endField()
    append(word.stem)
    endField()
    append(word.goesOn ? 1 : 0)
    endField()
    append(word.weight)
    endField()
  }

  mutating func append(_ text: [UInt8]) {
    append(text, 0..<text.count)
  }

  mutating func append(_ text: [UInt8], marking words: [WantedWord]) {
    append(Excerpt(whole: text, for: words))
  }

  mutating func append(_ excerpt: Excerpt) {
    var written = 0
    for mark in excerpt.marks {
      append(excerpt.text, written..<mark.lowerBound)
      add(Self.mark)
      append(excerpt.text, mark)
      add(Self.mark)
      written = mark.upperBound
    }
    append(excerpt.text, written..<excerpt.text.count)
  }

  @inline(never)
  private mutating func append(_ text: [UInt8], _ range: Range<Int>) {
    for index in range { add(max(text[index], 0x20)) }
  }

  @inline(never)
  private mutating func add(_ byte: UInt8) {
    bytes.append(byte)
  }
}
