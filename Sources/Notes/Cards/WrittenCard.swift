public import Source

/// Cards that a note's author wrote, or that a part of its text is made into: where they stand, and how they are pinned.
///
/// Their text is a part of the note's ``Markdown/Body``, between holes of the kinds `cardStart` and `partStart`, whose
/// `index` is the card's place in ``Note/cards``.
public struct WrittenCard: Sendable {
  /// What makes the cards.
  public enum Kind: Sendable, Equatable {
    /// `Q :: A`, or a question and an answer around a line `?`; both ways with `:::` and `??`.
    case question(bothWays: Bool)
    /// A paragraph with `==deletions==`: a card for each of them.
    case cloze(deletions: Int)
    /// A table to look things up in: a card for each cell of its body. Its cells are parts, row by row, the head first.
    case table(columns: Int)
  }

  /// What makes the cards.
  public let kind: Kind
  /// The name that the author gave it with `^name`, by which it is known whatever becomes of its text.
  public let pin: String?
  /// Where it stands in the note's file.
  public let range: SourceRange
}

/// What a command in a note prints, as the note shows it.
public struct PrintedOutput: Sendable {
  /// The command, without its prompt.
  public let command: [UInt8]
  /// What stands below it.
  public let output: [UInt8]
  /// What its fence calls it, if it has a name.
  public let name: String?
}

/// Something wrong with a card in a note.
public struct CardProblem: Sendable {
  /// What it is about.
  public enum Kind: Sendable, Equatable {
    /// Nothing stands before the mark between question and answer.
    case noQuestion
    /// Nothing stands behind it.
    case noAnswer
    /// A line `?` with no question above it.
    case blockWithoutQuestion
    /// A line `?` with no answer below it.
    case blockWithoutAnswer
    /// A name that another card of the note has.
    case takenPin(String)
  }

  /// What it is about.
  public let kind: Kind
  /// Where it stands in the note's file.
  public let range: SourceRange
}
