import Source

/// A place in another note that names a topic of a page: who, and in what words.
public struct Citation: Sendable, Equatable {
  /// The note that names it.
  public let note: Int
  /// The sentence; nothing where it says no more than the name.
  public let sentence: Sentence?

  /// What `note` says.
  public init(note: Int, sentence: Sentence?) {
    self.note = note
    self.sentence = sentence
  }
}

/// A sentence in plain text, around the name for which it is shown.
public struct Sentence: Sendable, Equatable {
  /// The sentence.
  public let text: [UInt8]
  /// Where in it the name stands.
  public let name: Range<Int>

  /// A sentence that has a name at `name`.
  public init(_ text: [UInt8], name: Range<Int>) {
    self.text = text
    self.name = name
  }

  /// How many words it has beside the name.
  var otherWords: Int {
    Self.words(text[..<name.lowerBound]) + Self.words(text[name.upperBound...])
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      let isWord = byte >= 0x80 || byte.isNameByte
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }
}
