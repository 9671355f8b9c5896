/// What a definition says that a thing is, or is a piece of.
package struct DefinitionSentence {
  /// The sort of connection that it states: ``Edge/Kind/isA`` or ``Edge/Kind/partOf``.
  let kind: Edge.Kind
  /// What the other thing could be called, the most special first: for "A Deployment is a workload controller that keeps
  /// …" these are "workload controller" and "controller", each also in the singular.
  let candidates: [String]

  /// What the first sentence of a definition says of the thing with these names; nothing where it does not say what the
  /// thing is.
  package init?(_ definition: String, of names: [String]) {
    let words = Self.words(of: definition)
    guard var phrase = Self.predicate(words, of: Set(names.map(EnglishPlural.folded))) else { return nil }
    kind = Self.skipContainer(&phrase)
    let noun = phrase.prefix { !Self.ends.contains($0.lowercased()) && !$0.hasSuffix(",") }
    let isCut = noun.count < phrase.count && phrase[noun.endIndex].hasSuffix(",")
    let all = isCut ? noun + [phrase[noun.endIndex].dropLast()] : noun
    guard (1...8).contains(all.count) else { return nil }
    candidates = (0..<min(all.count, 4)).reversed().flatMap { length -> [String] in
      let name = all.suffix(length + 1).joined(separator: " ")
      let singular = EnglishPlural.singular(name)
      return singular == name ? [name] : [name, singular]
    }
  }

  /// The words of the first sentence, without what stands in brackets.
  private static func words(of definition: String) -> [Substring] {
    var words: [Substring] = []
    var depth = 0
    for bytes in definition.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }).prefix(
      60)
    {
      let word = Substring(bytes)
      let opens = bytes.count { $0 == UInt8(ascii: "(") }
      let closes = bytes.count { $0 == UInt8(ascii: ")") }
      let isAside = depth > 0 || opens > 0
      depth = max(0, depth + opens - closes)
      if isAside { continue }
      let bare = word.drop { quotes.contains($0) }
      let isLast = bare.last.map { ".:;".contains($0) } ?? false
      words.append(isLast ? bare.dropLast() : bare)
      if isLast { break }
    }
    return words
  }

  /// What stands behind "… is a", where the words before it are a name of the thing; else what stands behind the article
  /// that a definition without a verb begins with.
  private static func predicate(_ words: [Substring], of names: Set<String>) -> ArraySlice<Substring>? {
    if let verb = words.firstIndex(where: { verbs.contains($0.lowercased()) }), isNamed(words[..<verb], names) {
      var start = verb + 1
      while start < words.count, isAdverb(words[start]) { start += 1 }
      guard start < words.count else { return nil }
      if words[start].lowercased() == "one" { return words[start...] }
      if articles.contains(words[start].lowercased()) { return words[(start + 1)...] }
      return words[verb].lowercased() == "are" && start == verb + 1 ? words[start...] : nil
    }
    // "The base image" names one thing; it does not say of what sort it is.
    guard let first = words.first, first.lowercased() != "the", articles.contains(first.lowercased()) else {
      return nil
    }
    let phrase = words.dropFirst()
    // "A volume keeps data …" tells what it does.
    let isClause = (1...4).contains { names.contains(EnglishPlural.folded(phrase.prefix($0).joined(separator: " "))) }
    return isClause ? nil : phrase
  }

  /// Whether some words are one of the names, with or without an article.
  private static func isNamed(_ words: ArraySlice<Substring>, _ names: Set<String>) -> Bool {
    let isArticle = words.first.map { articles.contains($0.lowercased()) } ?? false
    let name = (isArticle ? words.dropFirst() : words).joined(separator: " ")
    return names.contains(EnglishPlural.folded(name.filter { !quotes.contains($0) && $0 != "," }))
  }

  /// Goes on behind "kind of", "one of the" and "part of", which say nothing themselves.
  private static func skipContainer(_ phrase: inout ArraySlice<Substring>) -> Edge.Kind {
    guard let of = phrase.prefix(4).firstIndex(where: { $0.lowercased() == "of" }), of > phrase.startIndex else {
      return .isA
    }
    let noun = phrase[of - 1].lowercased()
    guard sorts.contains(noun) || pieces.contains(noun) else { return .isA }
    phrase = phrase[(of + 1)...]
    if let first = phrase.first, articles.contains(first.lowercased()) { phrase.removeFirst() }
    return pieces.contains(noun) ? .partOf : .isA
  }

  private static func isAdverb(_ word: Substring) -> Bool {
    word.hasSuffix("ly") || ["also", "just", "still", "often", "always", "itself"].contains(word.lowercased())
  }

  private static let quotes: Set<Character> = ["\"", "'", "`", "*", "_", "“", "”", "‘", "’"]
  private static let verbs: Set<String> = ["is", "are", "means"]
  private static let articles: Set<String> = ["a", "an", "the", "one"]
  /// Words for "kind".
  private static let sorts: Set<String> = [
    "kind", "kinds", "type", "types", "sort", "sorts", "form", "forms", "variety", "class", "flavor", "flavour",
    "subtype", "variant", "example", "instance", "one", "some",
  ]
  /// Words for "piece".
  private static let pieces: Set<String> = ["part", "parts", "piece", "component", "element", "member", "section"]
  /// Words that no noun phrase goes on behind.
  private static let ends: Set<String> = [
    "that", "which", "who", "whose", "where", "when", "for", "of", "to", "in", "on", "with", "and", "or", "used", "by",
    "from", "as", "at", "is", "are", "running", "containing", "made", "designed", "between", "into", "like", "such",
    "without", "within", "inside", "outside", "under", "over", "through", "after", "before", "you", "it", "they", "we",
    "can", "may", "must", "has", "have", "lets", "via", "per", "provided", "created", "stored", "managed", "based",
  ]
}
