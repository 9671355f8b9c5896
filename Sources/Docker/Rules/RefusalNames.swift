import Source

extension Inspection {
  /// A refusal with the name that hadolint has for it, where it has one.
  func named(_ refusal: Diagnostic) -> Diagnostic {
    guard let occurrence = occurrence(at: refusal.place.range.start) else { return refusal }
    guard let name = name(of: refusal, in: occurrence) else { return refusal }
    return Diagnostic(
      refusal.rule.known(as: [name]), refusal.message, at: refusal.place, notes: refusal.notes, fix: refusal.fix)
  }

  private func name(of refusal: Diagnostic, in occurrence: Occurrence) -> String? {
    let instruction = occurrence.instruction
    let isAtKeyword = refusal.place.range == file.text.rangeInFile(instruction.keywordRange)
    switch instruction.keyword {
    case .onbuild, .from, .maintainer:
      if occurrence.isTrigger { return isAtKeyword ? "DL3043" : nil }
      return isAtKeyword && occurrence.stage == nil ? "DL3061" : nil
    case .expose:
      let port = file.source.bytes(refusal.place.range)
      return port.count > 4 && port.allSatisfy { $0.isDigit } ? "DL3011" : nil
    case .copy:
      guard let source = instruction.flag("from", in: file)?.value,
        file.text.rangeInFile(source.range) == refusal.place.range
      else { fallthrough }
      return isOwn(file[source], occurrence.stage) ? "DL3023" : "DL3022"
    default:
      return isAtKeyword && occurrence.stage == nil && instruction.keyword != .arg ? "DL3061" : nil
    }
  }

  /// Whether a `--from` names the stage that it stands in.
  private func isOwn(_ source: Bytes, _ stage: Int?) -> Bool {
    guard let stage, let name = file.stages[stage].name else { return false }
    return file[name].lowercased.elementsEqual(source.lowercased)
  }

  /// The innermost instruction at an offset of the file, by bisection.
  private func occurrence(at offset: Int) -> Occurrence? {
    var low = 0
    var high = occurrences.count
    while low < high {
      let middle = (low + high) / 2
      let start = file.text.rangeInFile(occurrences[middle].instruction.range).start
      if start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? occurrences[low - 1] : nil
  }
}
