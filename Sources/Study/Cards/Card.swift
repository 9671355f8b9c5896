/// A question with its answer: what somebody learns by.
public struct Card: Sendable, Equatable {
  /// Where it comes from, which is also how it asks.
  public enum Kind: String, CaseIterable, Sendable {
    /// A topic's name, and what it is.
    case definition
    /// What a topic is, and its name.
    case name
    /// Two topics, and how one stands to the other.
    case relation
    /// A command, and what it prints.
    case output
    /// A cell of a table, by its row and its column.
    case table
    /// A question that an author wrote.
    case question
    /// The answer to one, and the question.
    case reversed
    /// A passage with a gap.
    case cloze
  }

  /// A passage and one of its gaps, for those who make cloze notes of their own.
  public struct Cloze: Sendable, Equatable {
    /// What all gaps of the passage are known by together.
    public let passage: String
    /// The HTML between gaps, and in them: the second, fourth … are gaps.
    public let pieces: [[UInt8]]
    /// Which gap it is, from 0.
    public let number: Int
  }

  /// What it is known by, whatever becomes of its words: see ``CardID``.
  public var id: String
  /// The topic that it is about.
  public let topic: Int
  /// Where it comes from.
  public let kind: Kind
  /// What is asked, as HTML.
  public let front: [UInt8]
  /// The answer, as HTML.
  public let back: [UInt8]
  /// Answers to choose from, as HTML; empty where there are none.
  public var choices: [[UInt8]] = []
  /// Which of them is right.
  public var answer = 0
  /// The passage that it is a gap of, if it is.
  public var cloze: Cloze?

  /// A fingerprint of what its id does not depend on: the answer's words, or those around a gap. A card whose question was
  /// reworded is found again by it.
  public var echo: String { CardID.fingerprint(of: kind == .cloze ? front : back) }
}
