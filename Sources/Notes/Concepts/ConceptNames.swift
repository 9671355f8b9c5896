import Source

/// Which topics each name may mean.
struct ConceptNames: Sendable {
  /// A topic that a name may mean.
  struct Sense: Sendable {
    let topic: Int
    let style: NameForms.Style
    let isAlias: Bool
  }

  /// What a name is, apart from its senses.
  struct Name: Sendable {
    /// The same for the singular and the plural, in one word or several.
    let key: UInt64
    let isSingular: Bool
    let wordCount: Int
    /// The topics that it may mean; none for a phrase that only rules topics out.
    var senses: [Sense] = []
    /// The topics that it does not mean, though it holds their name.
    var excluded: [Int] = []
  }

  private(set) var table = NameTable()
  private(set) var names: [Name] = []

  /// The names of `topics`, each with the topics that have the best claim to it.
  init(_ topics: Topics, _ concepts: [Concept]) {
    for (number, topic) in topics.enumerated() where concepts[number].claim != .none {
      for (position, spelling) in Self.spellings(of: topic).enumerated() {
        // A keyword of a language (`FROM`, `RUN`) is one only in capitals: as words they mean something else.
        let isKeyword =
          topic.kind == .instruction && spelling.utf8.allSatisfy { $0.isCapital || $0 == UInt8(ascii: "_") }
        for form in NameForms(spelling).all {
          let style = isKeyword ? .initials : form.style
          add(Sense(topic: number, style: style, isAlias: position > 0), form.words, concepts)
        }
      }
      for phrase in topic.collocations { exclude(number, phrase) }
    }
  }

  private mutating func add(_ sense: Sense, _ words: [[UInt8]], _ concepts: [Concept]) {
    let name = insert(words)
    if let other = names[name].senses.first {
      let (mine, best) = (concepts[sense.topic].claim, concepts[other.topic].claim)
      if mine > best { return }
      if mine < best { names[name].senses = [] }
      if names[name].senses.contains(where: { $0.topic == sense.topic }) { return }
    }
    names[name].senses.append(sense)
  }

  private mutating func exclude(_ topic: Int, _ phrase: String) {
    let words = NameForms.words(of: Array(phrase.utf8)).map { $0[...].lowercased }
    guard let last = words.last, words.count > 1, words.count <= NameForms.longest else { return }
    for form in Set([last, English.singular(last), English.plural(English.singular(last))]) {
      names[insert(words.dropLast() + [form])].excluded.append(topic)
    }
  }

  private mutating func insert(_ words: [[UInt8]]) -> Int {
    let number = table.insert(words)
    if number == names.count {
      let last = words.last ?? []
      names.append(Name(key: Self.key(words), isSingular: English.singular(last) == last, wordCount: words.count))
    }
    return number
  }

  /// Gives a word of the language a number, too.
  mutating func insert(word: String) -> Int {
    table.insert(word: Word.hash(word.utf8))
  }

  /// One number for all forms of a name but its initials.
  static func key(_ words: [[UInt8]]) -> UInt64 {
    guard let last = words.last else { return 0 }
    return Word.hash((words.dropLast() + [English.singular(last)]).joined())
  }

  /// What a topic is called: its title, what the title says in parentheses if that is the same name, and its aliases.
  static func spellings(of topic: Topic) -> [String] {
    var names: [String] = []
    let parts = topic.name.split(separator: "(", maxSplits: 1)
    if parts.count == 2, topic.name.hasSuffix(")") {
      let (name, inside) = (trimmed(parts[0]), trimmed(parts[1].dropLast()))
      if abbreviates(inside, name) || abbreviates(name, inside) { names = [name, inside] }
    }
    if names.isEmpty { names = [topic.name] }
    for alias in topic.aliases where !names.contains(alias) { names.append(alias) }
    // A switch of a command is code; in a text its letters are something else.
    return names.filter { !$0.hasPrefix("-") }
  }

  private static func trimmed(_ text: Substring) -> String {
    Array(text.utf8)[...].trimmed.string
  }

  /// Whether `short` is made of the first letters of the words in `long`.
  private static func abbreviates(_ short: String, _ long: String) -> Bool {
    let words = NameForms.words(of: Array(long.utf8)).flatMap(NameForms.parts)
    let initials = words.map { $0[0].lowercased }
    return initials.count > 1 && Array(short.utf8)[...].lowercased == initials
  }
}
