import Markdown
import Source

/// Finds the cards that a note's author wrote, on the tree of its Markdown, and marks them there.
struct CardReader {
  var document: Document
  var edits = TreeEdits()
  private(set) var cards: [WrittenCard] = []
  private(set) var problems: [CardProblem] = []
  private var pins: Set<String> = []
  /// Where the nodes around the one that is read end, the innermost last.
  private var ends: [Int] = []

  /// Marks the cards in a document, and gives them with what is wrong with them.
  static func mark(_ document: inout Document) -> (cards: [WrittenCard], problems: [CardProblem]) {
    var reader = CardReader(document)
    reader.read()
    guard !reader.cards.isEmpty || !reader.problems.isEmpty else { return ([], []) }
    document = reader.document
    reader.edits.apply(to: &document)
    return (reader.cards, reader.problems)
  }

  private init(_ document: Document) {
    self.document = document
  }

  private mutating func read() {
    let source = document.source.bytes[...]
    let hasMarks = source.contains("::") || Self.hasQuestionLine(source)
    var index = 1
    while index < document.nodes.count {
      let node = document.nodes[index]
      while let end = ends.last, end <= index { ends.removeLast() }
      switch node.kind {
      case .paragraph:
        if !(hasMarks && mayAsk(index) && readQuestions(in: index)) { readDeletions(in: index) }
        index = Int(node.end)
      case .table:
        readTable(index)
        index = Int(node.end)
      case .footnotes, .heading, .tabs: index = Int(node.end)
      default:
        ends.append(Int(node.end))
        index += 1
      }
    }
  }

  /// Whether a line may be nothing but `?`, `??` and a name: most notes have none, and their paragraphs are not looked at.
  private static func hasQuestionLine(_ source: Bytes) -> Bool {
    var rest = source
    while let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      let before = source[..<mark].last { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }
      if before == nil || before == 0x0A || before == 0x0D { return true }
      rest = rest[(mark + 1)...]
    }
    return false
  }

  /// Whether a text of a paragraph may have a mark: that costs less to see than to take the paragraph apart.
  private func mayAsk(_ paragraph: Int) -> Bool {
    var child = paragraph + 1
    while child < Int(document.nodes[paragraph].end) {
      let node = document.nodes[child]
      if node.kind == .text {
        let text = document.bytes(node.text)
        if text.contains("::") || text.first(where: { !$0.isSpace }) == UInt8(ascii: "?") { return true }
      }
      child = Int(node.end)
    }
    return false
  }

  mutating func add(_ kind: WrittenCard.Kind, pin: String?, at range: SourceRange) -> Int32 {
    var pin = pin
    let range = document.source.rangeInFile(range)
    if let name = pin, !pins.insert(name).inserted {
      problems.append(CardProblem(kind: .takenPin(name), range: range))
      pin = nil
    }
    cards.append(WrittenCard(kind: kind, pin: pin, range: range))
    return Int32(cards.count - 1)
  }

  private mutating func refuse(_ kind: CardProblem.Kind, at range: SourceRange) {
    problems.append(CardProblem(kind: kind, range: document.source.rangeInFile(range)))
  }

  // MARK: Questions and answers

  /// Reads the questions and answers of a paragraph; false if there are none.
  private mutating func readQuestions(in paragraph: Int) -> Bool {
    let line = CardLine(childrenOf: paragraph, in: document)
    if let mark = line.questionMark { return readBlock(paragraph, line, mark) }
    let marks = line.marks
    guard !marks.isEmpty, line.hasOneALine(marks) else { return false }
    let parts = line.parts(at: marks)
    guard parts.allSatisfy(\.isCard), parts.contains(where: \.saysSomething) else { return false }
    var nodes: [Node] = []
    for (number, part) in parts.enumerated() {
      if number > 0 {
        var lineBreak = Node(.lineBreak, at: SourceRange(at: part.whole.range?.start ?? 0))
        lineBreak.end = UInt32(nodes.count + 1)
        nodes.append(lineBreak)
      }
      if !write(part.question, part.answer, bothWays: part.mark.isBothWays, to: &nodes) {
        nodes += part.whole.trimmed.nodes(from: nodes.count)
      }
    }
    edits.replace(paragraph + 1..<Int(document.nodes[paragraph].end), by: nodes)
    return true
  }

  /// Adds a card and its nodes; false where a side of it is empty.
  private mutating func write(
    _ question: CardLine, _ answer: CardLine, bothWays: Bool, to nodes: inout [Node]
  ) -> Bool {
    let (back, pin) = answer.unpinned
    let front = question.trimmed
    let place = front.range ?? back.range ?? question.range ?? SourceRange(at: 0)
    let range = SourceRange(place.start, max(place.end, back.range?.end ?? 0))
    guard !front.isBlank, !back.isBlank else {
      refuse(front.isBlank ? .noQuestion : .noAnswer, at: range)
      return false
    }
    let card = add(.question(bothWays: bothWays), pin: pin, at: range)
    append(.question, front, card, to: &nodes)
    append(.answer, back, card, to: &nodes)
    if !front.endsSentence { nodes.withLast(.answer) { $0.flags.insert(.dashed) } }
    return true
  }

  private func append(_ kind: Node.Kind, _ line: CardLine, _ card: Int32, to nodes: inout [Node]) {
    var node = Node(kind, at: line.range ?? SourceRange(at: 0))
    node.number = card
    let inner = line.nodes(from: nodes.count + 1)
    node.end = UInt32(nodes.count + 1 + inner.count)
    nodes.append(node)
    nodes += inner
  }

  // MARK: Blocks around a line "?"

  private mutating func readBlock(_ paragraph: Int, _ line: CardLine, _ mark: CardLine.QuestionMark) -> Bool {
    let node = document.nodes[paragraph]
    let question = line[0..<mark.pieces.lowerBound].trimmed
    let answer = line[mark.pieces.upperBound..<line.pieces.count]
    let next = Int(node.end)
    let answerBlock = answer.isBlank ? block(directlyBehind: paragraph) : nil
    guard question.saysSomething else {
      guard !answer.isBlank || answerBlock != nil else { return false }
      refuse(.blockWithoutQuestion, at: mark.range)
      return true
    }
    var nodes: [Node] = []
    if let answerBlock {
      let range = SourceRange(node.range.start, document.nodes[answerBlock].range.end)
      let card = add(.question(bothWays: mark.isBothWays), pin: mark.pin, at: range)
      append(.question, question, card, to: &nodes)
      edits.replace(paragraph + 1..<next, by: nodes)
      var wrapper = Node(.answerBlock, at: document.nodes[answerBlock].range)
      wrapper.number = card
      edits.wrap(answerBlock..<Int(document.nodes[answerBlock].end), in: wrapper)
      return true
    }
    guard answer.saysSomething else {
      refuse(.blockWithoutAnswer, at: mark.range)
      return true
    }
    guard write(question, answer, bothWays: mark.isBothWays, to: &nodes) else { return true }
    edits.replace(paragraph + 1..<next, by: nodes)
    return true
  }

  /// The list, code, quote or table on the line below a paragraph.
  private func block(directlyBehind paragraph: Int) -> Int? {
    let next = Int(document.nodes[paragraph].end)
    guard next < (ends.last ?? document.nodes.count) else { return nil }
    switch document.nodes[next].kind {
    case .list, .codeBlock, .blockQuote, .table, .embed: break
    default: return nil
    }
    let between =
      document.nodes[paragraph].range
      .end..<max(
        document.nodes[paragraph].range.end, min(document.nodes[next].range.start, document.source.bytes.count))
    return document.source.bytes[between].count { $0 == UInt8(ascii: "\n") } <= 1 ? next : nil
  }
}

extension [Node] {
  /// Changes the last node of a kind.
  fileprivate mutating func withLast(_ kind: Node.Kind, _ change: (inout Node) -> Void) {
    if let index = lastIndex(where: { $0.kind == kind }) { change(&self[index]) }
  }
}
