public import Source

/// A Dockerfile as it is written.
///
/// Two texts belong to it. `source` is the file, or the fragment of a note. `text` is what the builder reads: the same
/// lines without comments, blank lines and line continuations, each instruction on one line, heredocs below theirs.
/// All ranges are ranges of `text`, except where they say otherwise; `text.place(_:)` tells where they were written.
public struct Dockerfile: Sendable {
  /// The file.
  public let source: SourceText
  /// The file as the builder reads it.
  public let text: SourceText
  /// The byte that continues lines and takes the meaning from others: `\`, or a backtick where a directive says so.
  public let escape: UInt8
  /// The directives at the top.
  public let directives: [Directive]
  /// All other comments.
  public let comments: [Comment]
  /// The instructions, in order; those of ONBUILD are within theirs.
  public let instructions: [Instruction]
  /// The stages, in order. What stands before the first FROM belongs to none.
  public let stages: [Stage]
  /// What the builder would refuse while it reads the file, before it looks at the meaning.
  public let problems: [Diagnostic]

  /// A FROM and what follows it, up to the next.
  public struct Stage: Sendable {
    /// The indices of its instructions, the first of which is its FROM; a fragment's only stage may lack one.
    public let instructions: Range<Int>
    /// The image or stage it starts from, as written.
    public let base: Word?
    /// The name it is given by AS.
    public let name: Word?
  }

  /// The bytes of a word, as the builder takes them.
  public subscript(word: Word) -> Bytes {
    word.decoded.map { $0[...] } ?? text.bytes(word.range)
  }

  /// The bytes of a stretch of `text`.
  public subscript(range: SourceRange) -> Bytes {
    text.bytes(range)
  }

  /// The stage that an instruction belongs to, as an index of `stages`; nothing before the first FROM.
  public func stage(of instruction: Int) -> Int? {
    stages.lastIndex { $0.instructions.contains(instruction) }
  }
}

/// A line at the top of a file that tells the builder how to read it: `# syntax=docker/dockerfile:1`.
public struct Directive: Sendable {
  /// What a directive sets.
  public enum Key: Sendable {
    /// The image of the frontend.
    case syntax
    /// The escape character.
    case escape
    /// Which of BuildKit's checks run.
    case check
  }

  /// What it sets.
  public let key: Key
  /// Its value: a range of `Dockerfile.source`.
  public let value: SourceRange
  /// The whole line: a range of `Dockerfile.source`.
  public let range: SourceRange
}

/// A line that begins with `#`.
public struct Comment: Sendable {
  /// From `#` to the end of the line: a range of `Dockerfile.source`.
  public let range: SourceRange
  /// The index of the instruction that follows. For a comment between the lines of an instruction it is that one.
  public let instruction: Int
  /// Whether it stands between the lines of an instruction.
  public let isInside: Bool
}
