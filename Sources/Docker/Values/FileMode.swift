public import Source

/// The permissions that `--chmod` gives: octal digits, or changes such as `u+x` and `go=`.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#copy---chown---chmod>, and setmode(3) for the changes.
public enum FileMode: Sendable {
  /// All twelve bits.
  case bits(UInt16)
  /// Changes of those that a file has.
  case changes

  /// The mode that the bytes spell.
  public init(_ bytes: Bytes) throws(ValueFault) {
    if let number = bytes.unsigned(base: 8, upTo: UInt64(UInt32.max)) {
      guard number <= 0o7777 else { throw ValueFault("Mode \(bytes.quoted) is above '7777'", at: bytes) }
      self = .bits(UInt16(number))
      return
    }
    guard let first = bytes.first else { throw ValueFault("Mode '' is empty", at: bytes) }
    guard !first.isDigit else { throw ValueFault("Mode \(bytes.quoted) is no octal number", at: bytes) }
    try Self.checkChanges(bytes)
    self = .changes
  }

  /// `who`, then one or more times an operator and permissions; a comma begins anew.
  private static func checkChanges(_ bytes: Bytes) throws(ValueFault) {
    var rest = bytes
    repeat {
      rest = rest.drop { isOne($0, of: "augo") }
      repeat {
        guard let sign = rest.first, isOne(sign, of: "+-=") else { throw malformed(rest, in: bytes) }
        rest = rest.dropFirst().drop { isOne($0, of: "rwxXstugo") }
      } while rest.first.map { $0 != UInt8(ascii: ",") } ?? false
    } while rest.popFirst() != nil
  }

  private static func malformed(_ rest: Bytes, in bytes: Bytes) -> ValueFault {
    let example = "write one as '755' or 'u=rwx,go=rx'"
    guard let byte = rest.first, byte < 0x80 else {
      return ValueFault("Mode \(bytes.quoted) is neither octal nor symbolic; \(example)", at: bytes)
    }
    let known = isOne(byte, of: "rwxXst") && bytes.allSatisfy { isOne($0, of: "rwxXst") }
    return ValueFault(
      "Mode \(bytes.quoted) lacks '+', '-' or '=' before \(rest.prefix(1).quoted); \(example)", at: bytes,
      meaning: known ? "+" + bytes.string : nil)
  }

  private static func isOne(_ byte: UInt8, of letters: StaticString) -> Bool {
    letters.withUTF8Buffer { unsafe $0.contains(byte) }
  }
}
