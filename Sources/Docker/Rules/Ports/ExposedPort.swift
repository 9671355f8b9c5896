import Source

/// A port that EXPOSE names, after its variables were replaced.
struct ExposedPort: Sendable {
  /// What it is.
  let port: PortSpec
  /// The bytes that name it.
  let text: Bytes
  /// The word that it is in.
  let word: SourceRange
  /// Whether its bytes are those of the word, so that parts of them have places.
  let isWritten: Bool

  /// Where a part of it stands.
  func place(of part: Bytes) -> SourceRange {
    isWritten ? part.range : word
  }
}

extension Inspection {
  /// The ports that an EXPOSE names; those that are none are left out.
  func ports(exposedBy occurrence: Occurrence) -> [ExposedPort] {
    guard !occurrence.isTrigger, case .words(let words, _) = occurrence.instruction.arguments else { return [] }
    let expanded = plan.steps[occurrence.index].words
    // Where nothing is planned, as without a FROM, the words are taken as they are.
    guard !expanded.isEmpty else { return words.compactMap { port(file[$0], of: $0) } }
    return expanded.flatMap { word in word.parts.compactMap { port($0, of: word.word) } }
  }

  private func port(_ part: Bytes, of word: Word) -> ExposedPort? {
    let isWritten = part.elementsEqual(file[word])
    let text = isWritten ? file[word] : part
    guard let port = try? PortSpec(text) else { return nil }
    return ExposedPort(port: port, text: text, word: word.range, isWritten: isWritten)
  }
}
