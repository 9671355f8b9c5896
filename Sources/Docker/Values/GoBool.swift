public import Source

/// Yes or no as Go spells it: `1`, `t`, `true` and their opposites, in lower case, in capitals or capitalised.
///
/// Reference: `strconv.ParseBool`.
public enum GoBool {
  /// The value that the bytes spell.
  public static func read(_ bytes: Bytes) throws(ValueFault) -> Bool {
    switch bytes {
    case "1", "t", "T", "true", "TRUE", "True": return true
    case "0", "f", "F", "false", "FALSE", "False": return false
    default: throw ValueFault("\(bytes.quoted) is neither true nor false", at: bytes, meaning: guess(bytes))
    }
  }

  /// What was probably meant by another word.
  static func guess(_ bytes: Bytes) -> String? {
    if bytes.equalsIgnoringCase("yes") || bytes.equalsIgnoringCase("y") || bytes.equalsIgnoringCase("on") {
      return "true"
    }
    if bytes.equalsIgnoringCase("no") || bytes.equalsIgnoringCase("n") || bytes.equalsIgnoringCase("off") {
      return "false"
    }
    return bytes.equalsIgnoringCase("true") ? "true" : bytes.equalsIgnoringCase("false") ? "false" : nil
  }
}
