import Markdown
import Source

/// What can be told of a sentence from its closed-class words: which name it explains, and whether it is a definition.
struct SentenceGrammar {
  private let reader: LabelReader
  private let sentences: [Range<Int>]
  /// The words of its first sentence.
  private let words: SentenceWords

  init(_ reader: LabelReader) {
    self.reader = reader
    sentences = Sentences.split(reader.bytes, reader.whole, code: reader.code)
    words = reader.words(sentences.first ?? reader.whole)
  }

  // MARK: A topic

  /// The name that the sentence explains, where that is sure.
  func topic(isTopLevel: Bool) -> (Label, BulletReason)? {
    if let label = namedByCall { return (label, .namedByCall) }
    if let label = indefiniteSubject { return (label, .indefiniteCopula) }
    if isTopLevel, let label = repeatedSubject { return (label, .anaphora) }
    return nil
  }

  private func label(_ range: ArraySlice<SentenceWords.Word>) -> Label? {
    guard let first = range.first, let last = range.last else { return nil }
    let place = first.range.lowerBound..<last.range.upperBound
    return Label(mark: .grammar, range: place, rest: reader.whole.lowerBound, names: [reader.string(place)])
  }

  private static func isNoun(_ word: SentenceWords.Word) -> Bool {
    !word.isCode && !WordClasses.isFunctionWord(word.folded) && !WordClasses.finiteVerbs.contains(word.folded)
  }

  /// `A running image is called a container.`: the last words name what the first ones describe.
  private var namedByCall: Label? {
    guard sentences.count == 1, let call = words.all.firstIndex(where: { $0.folded == "called" }), call > 1,
      ["is", "are"].contains(words.all[call - 1].folded), call + 1 < words.count
    else { return nil }
    let isPlural = words.all[call - 1].folded == "are"
    let hasArticle = ["a", "an"].contains(words.all[call + 1].folded)
    guard hasArticle || isPlural else { return nil }
    let subject = words.all[..<(call - 1)].drop { ["a", "an", "the"].contains($0.folded) }
    let name = words.all[(call + (hasArticle ? 2 : 1))...]
    guard (1...3).contains(name.count), (1...4).contains(subject.count), name.allSatisfy(Self.isNoun),
      subject.allSatisfy(Self.isNoun), !name.dropLast().contains(where: \.endsClause)
    else { return nil }
    guard var label = label(name), let first = subject.first, let last = subject.last else { return nil }
    let isBare = subject.startIndex == 0 && hasArticle
    let article = "aeiou".utf8.contains(first.folded.utf8.first ?? 0) ? "An " : "A "
    label.genus = (first.range.lowerBound..<last.range.upperBound, isBare || !isPlural ? article : "")
    return label
  }

  /// `A tag is a name for one commit.`
  private var indefiniteSubject: Label? {
    guard ["a", "an"].contains(words.first),
      let verb = words.all.firstIndex(where: { $0.folded == "is" || $0.folded == "was" }), (2...5).contains(verb),
      verb + 1 < words.count, Self.begins.contains(words.all[verb + 1].folded)
    else { return nil }
    let subject = words.all[1..<verb]
    guard subject.allSatisfy(Self.isNoun), !subject.contains(where: \.endsClause) else { return nil }
    return label(subject)
  }

  /// What begins the words that say what something is.
  private static let begins: Set<String> = [
    "a", "an", "the", "one", "any", "what", "where", "how", "simply", "just", "like",
  ]

  /// `Tmpfs mounts will be deleted … Its data … Use them …`: one name is what all the sentences are about.
  private var repeatedSubject: Label? {
    guard sentences.count > 1, let verb = words.all.firstIndex(where: { WordClasses.finiteVerbs.contains($0.folded) }),
      (1...3).contains(verb)
    else { return nil }
    let subject = words.all[..<verb]
    guard subject.allSatisfy(Self.isNoun), !subject.contains(where: \.endsClause),
      !WordClasses.imperatives.contains(words.first), !words.first.hasSuffix("ing")
    else { return nil }
    let goesOn = sentences.dropFirst().contains { sentence in
      let words = reader.words(sentence)
      return ["it", "its", "they", "their", "these", "those"].contains(words.first)
        || WordClasses.imperatives.contains(words.first) && words.count > 1
          && ["it", "them"].contains(words.all[1].folded)
    }
    return goesOn ? label(subject) : nil
  }

  // MARK: A definition

  /// Why the text says what the thing above is, which goes by `names`; nil where it says something else of it.
  func definition(of names: [String]) -> BulletReason? {
    guard let first = words.all.first, !first.isCode, !first.endsClause || words.count > 3 else { return nil }
    guard !Self.isQuestion(reader) else { return nil }
    if ["it", "they", "these", "this"].contains(first.folded) { return pronounReason }
    if WordClasses.conjunctions.contains(first.folded) || WordClasses.prepositions.contains(first.folded) { return nil }
    if WordClasses.imperatives.contains(first.folded) || WordClasses.modals.contains(first.folded) { return nil }
    let isParticiple = first.folded.hasSuffix("ed") || WordClasses.participles.contains(first.folded)
    if isParticiple, !hasNounBehindParticiple { return nil }
    if words.count > 1, ["when", "if", "while", "unless"].contains(words.all[1].folded) { return nil }
    if WordClasses.pronouns.contains(first.folded), !["what", "where", "how", "which"].contains(first.folded) {
      return nil
    }
    guard let verb = words.all.firstIndex(where: { WordClasses.finiteVerbs.contains($0.folded) }), !isInClause(verb)
    else {
      return .fragment
    }
    if verb == 0 { return WordClasses.singularVerbs.contains(first.folded) ? .fragment : nil }
    return isNamed(words.all[..<verb], names) && verb + 1 < words.count
      && Self.begins.contains(words.all[verb + 1].folded) ? .repeatedSubject : nil
  }

  private static func isQuestion(_ reader: LabelReader) -> Bool {
    reader.bytes[reader.whole.upperBound - 1] == UInt8(ascii: "?")
  }

  /// `These attach files …` says what they are; `These are stored …` says something else.
  private var pronounReason: BulletReason? {
    guard words.count > 2 else { return nil }
    let verb = words.all[1].folded
    if ["is", "are", "was"].contains(verb) { return Self.begins.contains(words.all[2].folded) ? .pronoun : nil }
    return WordClasses.finiteVerbs.contains(verb) && !WordClasses.singularVerbs.contains(verb) || verb.hasSuffix("ly")
      ? nil : .pronoun
  }

  /// `named volumes of the host` names; `named by its hash` describes.
  private var hasNounBehindParticiple: Bool {
    words.count > 1 && !WordClasses.isFunctionWord(words.all[1].folded) && !words.all[0].endsClause
  }

  /// Whether the first verb stands in a clause that begins behind `that`, `which` or the like: the sentence has none.
  private func isInClause(_ verb: Int) -> Bool {
    words.all[..<verb].enumerated().contains { index, word in
      index > 0
        && ["that", "which", "who", "where", "when", "what", "so", "if", "while", "because", "how"].contains(
          word.folded)
    } || ["what", "where", "how", "which"].contains(words.first) && verb > 1
  }

  private func isNamed(_ subject: ArraySlice<SentenceWords.Word>, _ names: [String]) -> Bool {
    let words = subject.drop { ["a", "an", "the"].contains($0.folded) }
    guard let first = words.first, let last = words.last else { return false }
    let said = TopicName(reader.string(first.range.lowerBound..<last.range.upperBound)).key
    return names.contains { TopicName($0).key == said }
  }

  // MARK: Anything else

  /// `type can be "volume", "bind" or "tmpfs"`: a side of the thing above, and its values.
  var property: BulletReason? {
    guard words.count > 3, !words.first.isEmpty, Self.isNoun(words.all[0]), words.all[1].folded == "can",
      words.all[2].folded == "be"
    else { return nil }
    let values = words.all[3...]
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    return values.allSatisfy { value in
      value.isCode || ["or", "and"].contains(value.folded)
        || value.range.lowerBound > 0 && quotes.contains(reader.bytes[value.range.lowerBound - 1])
    } ? .choice : nil
  }

  /// What sort of content it is.
  var reason: BulletReason {
    let first = words.first
    if ["if", "when", "whenever", "unless", "for", "while", "until"].contains(first) { return .condition }
    if WordClasses.imperatives.contains(first) { return .advice }
    if WordClasses.remarks.contains(first) { return .remark }
    return .sentence
  }
}
