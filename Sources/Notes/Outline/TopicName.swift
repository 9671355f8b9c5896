import Source

/// The name of a topic, made from a label: without what makes a lesson of it, and in the singular.
struct TopicName {
  /// The name, as a title.
  private(set) var title: String
  /// The other ways in which the label named it.
  let aliases: [String]
  /// What topics are compared by.
  private(set) var key: String
  /// Whether the label is a plural.
  let isPlural: Bool
  /// The label without its teaching words, as it was written.
  let written: String

  /// The name that a label gives.
  ///
  /// - Parameters:
  ///   - others: What else the label says that the topic is called.
  ///   - keepsNumber: Whether a plural stays one: in a heading, in code.
  ///   - isBare: Whether the label stands alone; whether a small word is a plural (`pods`) or not (`nftables`) is sure
  ///     then only where the outline has its singular.
  ///   - usage: How the outline writes words.
  init(
    _ label: String, others: [String] = [], keepsNumber: Bool = false, isBare: Bool = false,
    usage: NameUsage = NameUsage()
  ) {
    let lesson = TeachingPrefix(label)
    let written = lesson?.name ?? Self.trimmed(label)
    var single = keepsNumber ? written : Self.singular(of: written)
    if isBare, written.utf8.allSatisfy({ !$0.isCapital && $0 != 0x20 }), !usage.contains(single) { single = written }
    self.written = written
    isPlural = single != written
    title = usage.isProgram(single.prefix { $0 != " " }) ? single : Self.capitalised(single)
    key = NameIndex.fold(Self.singular(of: written))
    var aliases: [String] = []
    for alias in (single == written ? [] : [written]) + (lesson == nil ? [] : [Self.trimmed(label)]) + others
    where NameIndex.fold(alias) != NameIndex.fold(title) && !aliases.contains(alias) {
      aliases.append(alias)
    }
    self.aliases = aliases
  }

  /// Leaves the name as it was written, and tells capitals apart: it is code.
  mutating func keepForm() {
    title = written
    key = written
  }

  private static func trimmed(_ label: String) -> String {
    var text = label.trimmingBlanks
    while text.count > 1, let last = text.last, ":.,;".contains(last) { text.removeLast() }
    return text.trimmingBlanks
  }

  /// The singular of a name: of its last word, unless it is code, begins with a verb, or is a name in capitals
  /// (`Argo Workflows`).
  private static func singular(of name: String) -> String {
    let words = name.split(separator: " ")
    guard let last = words.last, isPlainWord(last) else { return name }
    if words.count > 1 {
      if words[0].hasSuffix("ing") { return name }
      if last.utf8.first?.isCapital == true, words[0].utf8.first?.isCapital == true { return name }
      if words.dropLast().contains(where: { ["of", "and", "or", "vs", "/", "&"].contains($0.lowercased()) }) {
        return name
      }
    }
    return (words.dropLast().map(String.init) + [WordClasses.singular(of: String(last))]).joined(separator: " ")
  }

  private static func isPlainWord(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
      && word.utf8.first != UInt8(ascii: "-")
  }

  /// The name with a capital at its start. A word that cannot be spoken (`tmpfs`), or has marks or digits, keeps its form, and so do
  /// several names in one.
  static func capitalised(_ name: String) -> String {
    guard let first = name.first, first.isLowercase, !name.contains(" / ") else { return name }
    let word = name.prefix { $0 != " " }
    let isSpoken = word.utf8.contains { "aeiouy".utf8.contains($0) }
    let isPlain = word.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "/" }
    return isSpoken && isPlain ? first.uppercased() + name.dropFirst() : name
  }
}
