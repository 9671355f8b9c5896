import Source

/// One of the things that a Dockerfile is written in, such as `COPY`, `--from` or `TARGETARCH`: what people call it, and
/// what it is for.
///
/// There are about a hundred of them, listed in ``all``; a place in a file names one by its number there.
public struct Term: Sendable {
  /// What it is a part of.
  enum Kind: Sendable, Equatable {
    /// The word that an instruction begins with.
    case instruction(Keyword)
    /// A word that means something behind an instruction.
    case word(Keyword)
    /// A flag of an instruction.
    case flag(Keyword)
    /// A type of `RUN --mount`.
    case mountType
    /// An option of `RUN --mount`.
    case mountOption
    /// A directive.
    case directive
    /// A build argument that the builder knows.
    case argument
    /// What opens a heredoc.
    case heredoc
  }

  let kind: Kind
  /// How it is written, without the dashes of a flag.
  let spelling: StaticString
  /// How else it may be written.
  let synonyms: [StaticString]
  /// What people call it beside what follows from its spelling.
  let nicknames: [StaticString]
  private let sentence: StaticString

  init(
    _ kind: Kind, _ spelling: StaticString, or synonyms: [StaticString] = [], called nicknames: [StaticString] = [],
    _ sentence: StaticString
  ) {
    self.kind = kind
    self.spelling = spelling
    self.synonyms = synonyms
    self.nicknames = nicknames
    self.sentence = sentence
  }

  /// One sentence on what it is for.
  public var explanation: String { sentence.description }

  /// Whether it is written as `word`. Only the names of variables have a letter case.
  func isWritten(_ word: Bytes) -> Bool {
    if kind == .argument { return word == spelling || synonyms.contains { word == $0 } }
    return equals(word, spelling) || synonyms.contains { equals(word, $0) }
  }

  private func equals(_ word: Bytes, _ spelling: StaticString) -> Bool {
    guard word.count == spelling.utf8CodeUnitCount else { return false }
    return unsafe zip(word, UnsafeBufferPointer(start: spelling.utf8Start, count: spelling.utf8CodeUnitCount))
      .allSatisfy { $0.lowercased == $1.lowercased }
  }
}

extension Term {
  /// All names by which somebody may write about it, the most precise first.
  ///
  /// A name that begins with `--` is only meant within its instruction: others have flags of the same name.
  public var names: [String] {
    let name = spelling.description
    return named(name) + nicknames.map { $0.description }
  }

  private func named(_ name: String) -> [String] {
    switch kind {
    case .instruction: [name, name + " instruction"]
    case .word(let keyword): [keyword.name + " " + name]
    case .flag(let keyword): [keyword.name + " --" + name, "--" + name]
    case .mountType: ["RUN --mount=type=" + name, "--mount=type=" + name]
    case .mountOption: ["RUN --mount " + name]
    case .directive: [name + " directive", "# " + name]
    case .argument, .heredoc: [name]
    }
  }

  /// The number of the instruction that it belongs to; nothing where it belongs to none, or is one itself.
  public var owner: Int? {
    switch kind {
    case .word(let keyword), .flag(let keyword): Int(keyword.rawValue)
    case .mountType, .mountOption: Int(Keyword.run.rawValue)
    case .argument: Int(Keyword.arg.rawValue)
    case .instruction, .directive, .heredoc: nil
    }
  }

  /// The rule of ours that is about nothing but this; nothing where there is none.
  public var rule: String? {
    kind == .instruction(.maintainer) ? "dockerfile/maintainer" : nil
  }
}
