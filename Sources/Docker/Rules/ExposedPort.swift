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
    let step = plan.steps[occurrence.index]
    return words.flatMap { word in
      let parts = step.expansion(of: word)?.parts ?? [file[word]]
      return parts.compactMap { part -> ExposedPort? in
        let isWritten = part.elementsEqual(file[word])
        let text = isWritten ? file[word] : part
        guard let port = try? PortSpec(text) else { return nil }
        return ExposedPort(port: port, text: text, word: word.range, isWritten: isWritten)
      }
    }
  }
}
