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
    /// Where its senses stand; none for a phrase that only rules topics out.
    fileprivate(set) var senses = 0..<0
    /// Whether it is a phrase that rules topics out, though it holds their names.
    fileprivate(set) var isPhrase = false
  }

  private(set) var table = NameTable()
  private(set) var names: [Name] = []
  private var senses: [Sense] = []
  /// By phrase, the topics that it does not mean.
  private var excluded: [Int: [Int]] = [:]

  /// The names of `topics`, each with the topics that have the best claim to it.
  init(_ topics: Topics, _ concepts: [Concept]) {
    var found: [[Sense]] = []
    for (number, topic) in topics.enumerated() where concepts[number].claim != .none {
      for (position, spelling) in Self.spellings(of: topic).enumerated() {
        // A keyword of a language (`FROM`, `RUN`) is one only in capitals: as words they mean something else.
        let isKeyword =
          topic.kind == .instruction && spelling.utf8.allSatisfy { $0.isCapital || $0 == UInt8(ascii: "_") }
        for form in NameForms(spelling).all {
          let style = isKeyword ? .initials : form.style
          add(Sense(topic: number, style: style, isAlias: position > 0), form.words, concepts, &found)
        }
      }
      for phrase in topic.collocations { exclude(number, phrase) }
    }
    for (number, list) in found.enumerated() {
      names[number].senses = senses.count..<senses.count + list.count
      senses += list
    }
  }

  /// The topics that a name may mean.
  @inline(__always) func senses(of name: Name) -> ArraySlice<Sense> { senses[name.senses] }

  /// Whether a phrase says that its words do not mean a topic.
  func excludes(_ phrase: Int, _ topic: Int) -> Bool { excluded[phrase]?.contains(topic) ?? false }

  private mutating func add(
    _ sense: Sense, _ words: [[UInt8]], _ concepts: [Concept], _ found: inout [[Sense]]
  ) {
    let name = insert(words)
    while found.count <= name { found.append([]) }
    if let other = found[name].first {
      let (mine, best) = (concepts[sense.topic].claim, concepts[other.topic].claim)
      if mine > best { return }
      if mine < best { found[name] = [] }
      if found[name].contains(where: { $0.topic == sense.topic }) { return }
    }
    found[name].append(sense)
  }

  private mutating func exclude(_ topic: Int, _ phrase: String) {
    let words = NameForms.words(of: Array(phrase.utf8)).map { $0[...].lowercased }
    guard let last = words.last, words.count > 1, words.count <= NameForms.longest else { return }
    for form in Set([last, English.singular(last), English.plural(English.singular(last))]) {
      let name = insert(words.dropLast() + [form])
      names[name].isPhrase = true
      excluded[name, default: []].append(topic)
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

  /// The key of a name as it is written; 0 for one without words.
  static func key(of name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { buffer in
      let text = unsafe Span(_unsafeElements: buffer)
      var reader = WordReader(0..<text.count, of: text.count)
      var (hash, before) = (Word.seed, Word.seed)
      var last = 0..<0
      while let word = reader.next(in: text) {
        before = hash
        last = word.start..<word.end
        for index in last { hash = Word.next(hash, text[index]) }
      }
      guard !last.isEmpty else { return 0 }
      let (end, addsY) = English.singularEnding(text, last)
      hash = before
      for index in last.lowerBound..<end { hash = Word.next(hash, text[index]) }
      return addsY ? Word.next(hash, UInt8(ascii: "y")) : hash
    }
  }

  /// What a topic is called: its title, what the title says in parentheses if that is the same name, and its aliases.
  static func spellings(of topic: Topic) -> [String] {
    var names: [String] = []
    if topic.name.utf8.last == UInt8(ascii: ")") {
      let parts = topic.name.dropLast().split(separator: "(", maxSplits: 1).map(trimmed)
      if parts.count == 2, abbreviates(parts[1], parts[0]) || abbreviates(parts[0], parts[1]) { names = parts }
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
