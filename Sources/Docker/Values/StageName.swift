public import Source

/// The name behind FROM … AS: a letter, then letters, digits, `-`, `_` and `.`; the case of letters does not count.
public enum StageName {
  /// Says what keeps the bytes from being one.
  public static func check(_ name: Bytes) throws(ValueFault) {
    guard let first = name.first else { throw ValueFault("Stage name '' is empty", at: name) }
    guard first.isLetter else {
      throw ValueFault("Stage name \(name.quoted) does not begin with a letter", at: name)
    }
    guard let wrong = name.firstIndex(where: { !isPart($0) }) else { return }
    let character = name.character(at: wrong).quoted
    throw ValueFault(
      "Stage name \(name.quoted) contains \(character); letters, digits, '-', '_' and '.' may stand in it", at: name)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isNameByte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
