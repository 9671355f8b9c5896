import Markdown
import Source

// What a paragraph says of questions.
extension CardLine {
  /// A line `?` or `??`.
  struct QuestionMark {
    /// The line's pieces.
    let pieces: Range<Int>
    /// Whether it asks both ways.
    let isBothWays: Bool
    /// The name behind it.
    let pin: String?
    /// Where it stands.
    let range: SourceRange
  }

  /// The first line that is nothing but `?` or `??`, and perhaps a card's name.
  var questionMark: QuestionMark? {
    var start = 0
    for index in 0...pieces.count {
      if index < pieces.count {
        guard case .lineEnd = pieces[index] else { continue }
      }
      let (line, pin) = self[start..<index].unpinned
      if line.pieces.count == 1, case .text(let node) = line.pieces[0] {
        let bytes = document.bytes(node.text)
        if bytes == "?" || bytes == "??" {
          return QuestionMark(pieces: start..<index, isBothWays: bytes.count == 2, pin: pin, range: node.range)
        }
      }
      start = index + 1
    }
    return nil
  }

  /// Whether no two marks stand on one line.
  func hasOneALine(_ marks: [CardMark]) -> Bool {
    zip(marks, marks.dropFirst()).allSatisfy { one, other in
      pieces[one.piece..<other.piece].contains { piece in
        if case .lineEnd = piece { true } else { false }
      }
    }
  }

  /// A question with its answer, between the ends of lines.
  struct Part {
    let whole: CardLine
    let question: CardLine
    let mark: CardMark
    let answer: CardLine

    /// Whether each side is text, or is missing altogether.
    var isCard: Bool {
      (question.saysSomething || question.isBlank) && (answer.saysSomething || answer.isBlank)
    }

    /// Whether there is anything on either side.
    var saysSomething: Bool { question.saysSomething || answer.saysSomething }
  }

  /// The questions and answers around marks, no two of which stand on one line. Lines without a mark belong to the one
  /// before them, those above the first to that.
  func parts(at marks: [CardMark]) -> [Part] {
    var starts = [0]
    for (mark, next) in zip(marks, marks.dropFirst()) {
      let lineEnd = pieces[mark.piece..<next.piece].lastIndex { piece in
        if case .lineEnd = piece { true } else { false }
      }
      starts.append(lineEnd.map { $0 + 1 } ?? next.piece)
    }
    starts.append(pieces.count)
    return marks.enumerated().map { number, mark in
      let whole = self[starts[number]..<starts[number + 1]]
      let (question, answer) = whole.parted(at: mark.piece - starts[number], mark.range)
      return Part(whole: whole, question: question, mark: mark, answer: answer)
    }
  }

  /// Whether a reader pauses behind it.
  var endsSentence: Bool {
    guard case .text(let node)? = pieces.last, let last = document.bytes(node.text).last else { return false }
    return "?!.:".utf8.contains(last) || last >= 0x80 && document.bytes(node.text).hasSuffix("？")
  }
}
