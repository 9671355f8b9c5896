import Source

extension Inspection {
  /// The USER that decides who runs each image that leaves the build: the last one of its stage, where no stage that
  /// is built on it has its own.
  var lastUsers: [(word: Word, name: Bytes)] {
    var last = [Word?](repeating: nil, count: file.stages.count + 1)
    for occurrence in occurrences where occurrence.instruction.keyword == .user && !occurrence.isTrigger {
      guard case .value(let word) = occurrence.instruction.arguments else { continue }
      last[(occurrence.stage ?? -1) + 1] = word
    }
    let isAsked = asksForUser(last.map { $0 != nil })
    return last.indices.compactMap { index in
      guard let word = last[index], index == 0 || isAsked[index - 1], let name = literal(word) else { return nil }
      return (word, name.prefix { $0 != UInt8(ascii: ":") })
    }
  }

  /// For each stage whether an image that leaves the build has its user from there.
  private func asksForUser(_ hasUser: [Bool]) -> [Bool] {
    var asks = graph.ends
    for stage in asks.indices.reversed() where asks[stage] && !hasUser[stage + 1] {
      if let base = graph.bases[stage] { asks[base] = true }
    }
    return asks
  }
}
