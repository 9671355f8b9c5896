/// What a definition says that a thing is.
enum DefinitionSentence {
  /// The names that could be the thing's genus, the most special first: for "A Deployment is a workload controller that
  /// keeps …" these are "workload controller" and "controller", each also in the singular. Nothing where the sentence
  /// does not say what the thing is.
  static func genus(of definition: String) -> [String]? {
    let words = definition.prefix { $0 != "." && $0 != ":" && $0 != ";" && $0 != "," && $0 != "(" && $0 != "\n" }
      .split(separator: " ").prefix(40)
    guard let start = start(of: Array(words)) else { return nil }
    let phrase = words.dropFirst(start).prefix { !ends.contains($0.lowercased()) }
    guard (1...8).contains(phrase.count) else { return nil }
    return (0..<min(phrase.count, 4)).reversed().flatMap { length -> [String] in
      let name = phrase.suffix(length + 1).joined(separator: " ")
      let singular = EnglishPlural.singular(name)
      return singular == name ? [name] : [name, singular]
    }
  }

  /// Where the genus begins: behind "is a", or behind the article that the sentence begins with.
  private static func start(of words: [Substring]) -> Int? {
    for index in words.indices.dropLast() where verbs.contains(words[index].lowercased()) {
      let article = words[index + 1].lowercased()
      if articles.contains(article) { return index + 2 }
      return words[index].lowercased() == "are" ? index + 1 : nil
    }
    guard let first = words.first, articles.contains(first.lowercased()) else { return nil }
    return 1
  }

  private static let verbs: Set<String> = ["is", "are", "means"]
  private static let articles: Set<String> = ["a", "an", "one"]
  /// Words that no noun phrase goes on behind.
  private static let ends: Set<String> = [
    "that", "which", "who", "whose", "where", "when", "for", "of", "to", "in", "on", "with", "and", "or", "used", "by",
    "from", "as", "at", "is", "are", "running", "containing", "made", "designed", "between", "into", "like", "such",
  ]
}

/// English plurals, as far as names need them.
enum EnglishPlural {
  /// The name with its last word in the singular: `volumes` → `volume`, `policies` → `policy`, `classes` → `class`.
  static func singular(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return name }
    func ends(_ suffix: String) -> Bool { bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
    if ends("ss") || ends("us") || ends("is") { return name }
    if ends("ies"), bytes.count > 4 { return String(name.dropLast(3)) + "y" }
    if ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("zzes") { return String(name.dropLast(2)) }
    return String(name.dropLast())
  }
}
