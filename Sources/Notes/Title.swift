/// Titles for files that have none.
package enum Title {
  /// `bind-mounts` → `Bind mounts`; a name with capitals or blanks of its own stays as it is.
  package static func fromFileName(_ name: some StringProtocol) -> String {
    let isWritten = name.contains { $0.isUppercase || $0 == " " }
    guard !isWritten else { return String(name) }
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    guard let first = words.first else { return String(name) }
    return first.uppercased() + words.dropFirst()
  }
}
