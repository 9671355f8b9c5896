/// Reads flags from the front of some words, as docker and podman do.
struct FlagReader {
  /// A flag with its value.
  struct Flag {
    /// Its name without dashes.
    let name: String
    /// Its value; empty where it takes none.
    let value: String
    /// Its word.
    let written: String
  }

  /// The words behind the flags read so far.
  private(set) var rest: ArraySlice<String>
  private let takingValues: Set<String>
  /// Letters of a word such as `-it` that are still to be given.
  private var letters: Substring = ""

  /// Reads `words`; the flags with these names take the next word as their value.
  init(_ words: ArraySlice<String>, takingValues: Set<String>) {
    rest = words
    self.takingValues = takingValues
  }

  /// The next flag; nothing where a word comes that is none.
  mutating func next() -> Flag? {
    if let letter = letters.popFirst() { return short(letter) }
    guard let word = rest.first, word.hasPrefix("-"), word != "-" else { return nil }
    rest = rest.dropFirst()
    if word == "--" { return nil }
    guard word.hasPrefix("--") else {
      letters = word.dropFirst()
      return next()
    }
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    if parts.count == 2 { return Flag(name: name, value: String(parts[1]), written: "--" + name) }
    return Flag(name: name, value: takingValues.contains(name) ? takeWord() : "", written: "--" + name)
  }

  private mutating func short(_ letter: Character) -> Flag {
    let name = String(letter)
    guard takingValues.contains(name) else { return Flag(name: name, value: "", written: "-" + name) }
    var value = letters
    letters = ""
    if value.hasPrefix("=") { value = value.dropFirst() }
    return Flag(name: name, value: value.isEmpty ? takeWord() : String(value), written: "-" + name)
  }

  private mutating func takeWord() -> String {
    let word = rest.first ?? ""
    rest = rest.dropFirst()
    return word
  }
}
