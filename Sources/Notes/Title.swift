/// Titles for files that have none.
package enum Title {
  /// `bind-mounts` → `Bind mounts`; a name with capitals or blanks of its own stays as it is.
  package static func fromFileName(_ name: some StringProtocol) -> String {
    let text = String(name)
    guard !text.utf8.contains(where: isWritten) else { return text }
    let words = text.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    guard let first = words.first else { return text }
    return first.uppercased() + words.dropFirst()
  }

  /// Whether a byte shows that somebody has chosen the name's form.
  private static func isWritten(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
  }
}
