import Markdown
import Source

/// Tells of each bullet what it is. A bullet is looked at behind the one that it stands below.
struct BulletClassifier {
  private(set) var bullets: [Bullet]
  /// The headings' texts, in order, and folded: a sentence on one of them makes no topic of its own.
  private let headings: [String]
  private let foldedHeadings: Set<String>

  /// The bullets of `document`, told apart.
  static func classify(_ bullets: [Bullet], of document: Document) -> [Bullet] {
    var classifier = BulletClassifier(
      bullets: bullets, headings: document.headings.map(\.text),
      foldedHeadings: Set(document.headings.map { NameIndex.fold($0.text) }))
    for index in bullets.indices { classifier.classify(index) }
    return classifier.bullets
  }

  private mutating func classify(_ index: Int) {
    let bullet = bullets[index]
    guard bullet.paragraph != nil else { return set(index, .content, .block) }
    guard !bullet.isStep else { return set(index, .content, .task) }
    let reader = LabelReader(bullet.text)
    guard !reader.whole.isEmpty else { return set(index, .content, .block) }
    if let label = reader.label {
      labelled(index, label, reader)
    } else if !bullet.children.isEmpty || bullet.hasBlocks {
      parent(index, reader)
    } else {
      leaf(index, reader)
    }
  }

  private mutating func set(_ index: Int, _ kind: BulletClass, _ reason: BulletReason, _ label: Label? = nil) {
    bullets[index].kind = kind
    bullets[index].reason = reason
    bullets[index].label = label
  }

  /// Whether a bullet is a part of what another says, and not of a list of names.
  private func isInContent(_ bullet: Bullet) -> Bool {
    guard let parent = bullet.parent else { return false }
    return bullets[parent].kind != .topic
  }

  // MARK: With a label

  private mutating func labelled(_ index: Int, _ label: Label, _ reader: LabelReader) {
    let bullet = bullets[index]
    let hasText = label.rest < reader.whole.upperBound
    let hasMore = !bullet.children.isEmpty || bullet.hasBlocks
    guard hasText || hasMore else { return unexplained(index, label, reader) }
    if label.mark == .separator {
      if isInContent(bullet) { return set(index, .content, .inList) }
      if !hasMore, let reason = propertyReason(of: label, below: bullet.parent, reader) {
        return set(index, .property, reason, label)
      }
      if isRemark(label, hasMore: hasMore, reader) { return set(index, .content, .remark) }
    }
    if label.mark == .code, !hasText, label.names.first?.contains(" ") == true, !hasMore {
      return set(index, .content, .example)
    }
    if label.mark == .code, isInContent(bullet), !isOption(label) { return set(index, .content, .inList) }
    set(index, .topic, reason(for: label, hasText: hasText, reader), label)
  }

  private func isOption(_ label: Label) -> Bool { label.names.first?.hasPrefix("-") == true }

  private func reason(for label: Label, hasText: Bool, _ reader: LabelReader) -> BulletReason {
    if isOption(label) { return .option }
    if label.mark == .code { return .command }
    if label.mark == .bold { return .bold }
    if !label.syntax.isEmpty, isInstruction(label, reader) { return .instruction }
    return hasText ? .labelWithText : .labelWithChildren
  }

  private func isInstruction(_ label: Label, _ reader: LabelReader) -> Bool {
    reader.words(label.range).all.first.map { reader.isShouted($0.range) } ?? false
  }

  /// A label that nothing follows: something to be written; or, of code, an example.
  private mutating func unexplained(_ index: Int, _ label: Label, _ reader: LabelReader) {
    let bullet = bullets[index]
    if isInContent(bullet) { return set(index, .content, .inList) }
    if label.mark == .code, reader.string(reader.whole).contains(" ") { return set(index, .content, .example) }
    set(index, .stub, .emptyLabel, label)
  }

  /// Whether a label is the beginning of a piece of advice: `Mounting just one file: the path must be absolute`.
  private func isRemark(_ label: Label, hasMore: Bool, _ reader: LabelReader) -> Bool {
    let words = reader.words(label.range)
    guard !hasMore, words.count > 2, words.first.hasSuffix("ing"), label.syntax.isEmpty else { return false }
    return TeachingPrefix(reader.string(label.range)) == nil && words.functionWords > 0
  }

  // MARK: Properties

  /// Why a label and what follows are a property and its value: the label names a side of things, or the value is one.
  private func propertyReason(of label: Label, below parent: Int?, _ reader: LabelReader) -> BulletReason? {
    let value = Value(reader, label.rest..<reader.whole.upperBound)
    let words = reader.words(label.range)
    guard words.count <= 3, label.syntax.isEmpty, label.mark == .separator else { return nil }
    let isAttribute =
      WordClasses.attributes.contains(words.last) || WordClasses.attributes.contains(words.first)
      || WordClasses.prepositions.contains(words.last)
    if isAttribute, value.isShort { return .attribute }
    return parent != nil && value.isLiteral ? .literal : nil
  }

  /// What stands behind a label, where it might be a value.
  private struct Value {
    /// A few words and no sentence.
    let isShort: Bool
    /// A number, code, a quotation, yes or no.
    let isLiteral: Bool

    init(_ reader: LabelReader, _ range: Range<Int>) {
      let words = reader.words(range)
      isShort = words.count <= 6 && !words.contains(WordClasses.finiteVerbs) && !words.contains(["you", "it", "they"])
      isLiteral =
        !words.all.isEmpty && words.count <= 4
        && (words.all.allSatisfy { $0.isCode || ["or", "and", "/", "|"].contains($0.folded) }
          || reader.bytes[range.lowerBound].isDigit || words.count == 1 && Self.constants.contains(words.first))
    }

    private static let constants: Set<String> = ["yes", "no", "true", "false", "none", "on", "off", "never", "always"]
  }

  // MARK: Without a label

  /// A bullet with others below it: a name, or a sentence that they go on with.
  private mutating func parent(_ index: Int, _ reader: LabelReader) {
    guard let label = wholeLabel(reader), !isInContent(bullets[index]) else { return rest(index, reader) }
    set(index, .topic, .labelWithChildren, label)
  }

  private mutating func leaf(_ index: Int, _ reader: LabelReader) {
    guard !isInContent(bullets[index]) else { return rest(index, reader) }
    if let label = NameList(reader).label { return set(index, .stub, .listOfNames, label) }
    if let label = wholeLabel(reader) {
      let words = reader.words(reader.whole)
      if words.count == 1, WordClasses.isDescriptive(words.first), !reader.bytes[reader.whole.lowerBound].isCapital {
        return set(index, .content, .description)
      }
      return set(index, .stub, .bareName, label)
    }
    rest(index, reader)
  }

  /// The whole text as a label, where it is a name: a few words, no sentence, no advice.
  private func wholeLabel(_ reader: LabelReader) -> Label? {
    let words = reader.words(reader.whole)
    let isLesson = TeachingPrefix(reader.string(reader.whole)) != nil
    guard isLesson || !Self.endsSentence(reader), reader.isName(reader.whole) else { return nil }
    if !isLesson {
      guard words.count <= (isTitled(words, reader) ? 5 : 3) else { return nil }
      if words.count > 1, WordClasses.isThirdPerson(words.first), !reader.bytes[reader.whole.lowerBound].isCapital {
        return nil
      }
      if words.count > 1, WordClasses.imperatives.contains(words.first) { return nil }
      guard !words.contains(WordClasses.conjunctions.subtracting(["and", "or"])) else { return nil }
      guard !words.contains(WordClasses.prepositions.subtracting(["of"])) || isTitled(words, reader) else { return nil }
      guard !words.all.dropLast().contains(where: \.endsClause) else { return nil }
    }
    var label = Label(mark: .separator, range: reader.whole, rest: reader.whole.upperBound, names: [])
    reader.name(&label, reader.whole)
    return label
  }

  /// Whether the words are written as a title is, with capitals.
  private func isTitled(_ words: SentenceWords, _ reader: LabelReader) -> Bool {
    words.all.allSatisfy { WordClasses.isFunctionWord($0.folded) || reader.bytes[$0.range.lowerBound].isCapital }
      || words.first.hasSuffix("ing")
  }

  private static func endsSentence(_ reader: LabelReader) -> Bool {
    let last = reader.bytes[reader.whole.upperBound - 1]
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
  }

  /// A sentence: it may name a topic by its grammar, or say what the topic above is.
  private mutating func rest(_ index: Int, _ reader: LabelReader) {
    let bullet = bullets[index]
    let grammar = SentenceGrammar(reader)
    if !isInContent(bullet), let (label, reason) = grammar.topic(isTopLevel: bullet.parent == nil),
      !foldedHeadings.contains(NameIndex.fold(label.names[0]))
    {
      return set(index, .topic, reason, label)
    }
    if let names = undefinedNames(above: index), let reason = grammar.definition(of: names) {
      return set(index, .definition, reason)
    }
    if let reason = grammar.property, let parent = bullet.parent, bullets[parent].kind == .topic,
      bullet.children.isEmpty
    {
      return set(index, .property, reason)
    }
    set(index, .content, grammar.reason)
  }

  /// The names of the topic or heading above a bullet, where the bullet is the first thing that is said of it.
  private func undefinedNames(above index: Int) -> [String]? {
    let bullet = bullets[index]
    guard let parent = bullet.parent else {
      guard let heading = bullet.heading, index == 0 || bullets[index - 1].heading != heading else { return nil }
      return [headings[heading]]
    }
    guard bullet.isFirst, bullets[parent].kind == .topic, let label = bullets[parent].label,
      label.rest >= bullets[parent].text.bytes.count
    else { return nil }
    return label.names + label.others
  }
}
