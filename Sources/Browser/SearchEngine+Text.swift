import Search

extension SearchEngine {
  /// The answer to a query: a record with the query as it was corrected, or nothing; a record with the numbers and names of
  /// the files that would tell more; a record with the words to look for in texts, as ``AnswerText/append(_:)`` writes them;
  /// then a record for each page, best first: its number, path, title, kind, the titles of the pages above it, heading and
  /// anchor of the section, definition, and `1` where its text shows more.
  ///
  /// - Parameter limit: How many pages it has at most.
  func text(of query: SearchQuery, limit: Int) -> AnswerText {
    var text = AnswerText()
    let answer = answer(query, limit: limit)
    if let corrected = answer.corrected { text.append(corrected) }
    text.endRecord()
    for shard in missingShards(for: query) {
      text.append(shard)
      text.endField()
      text.append(shardName(shard))
      text.endField()
    }
    text.endRecord()
    for word in answer.words { text.append(word) }
    text.endRecord()
    for hit in answer.hits {
      write(hit, answer.words, to: &text)
      text.endRecord()
    }
    return text
  }

  private func write(_ hit: SearchHit, _ words: [WantedWord], to text: inout AnswerText) {
    text.append(hit.page)
    text.endField()
    text.append(names.path(of: hit.page))
    text.endField()
    text.append(names.spelled(names.title(of: hit.page)).bytes, marking: words)
    text.endField()
    text.append(names.kinds[names.kind(of: hit.page)])
    text.endField()
    writeAbove(hit.page, to: &text)
    text.endField()
    if let section = hit.section { text.append(names.spelled(names.heading(of: section)).bytes, marking: words) }
    text.endField()
    if let section = hit.section { text.append(names.anchor(of: section)) }
    text.endField()
    if let definition = names.definition(of: hit.page) { text.append(names.spelled(definition).bytes, marking: words) }
    text.endField()
    if hit.needsText { text.append(1) }
  }

  /// The anchor of a page's section with this heading; empty where it has none.
  func anchor(of heading: [UInt8], on page: Int) -> [UInt8] {
    guard page < names.pageCount, let section = names.section(called: heading, on: page) else { return [] }
    return names.anchor(of: section)
  }

  /// Writes the titles of the pages above a page, from the top, without the home page's.
  private func writeAbove(_ page: Int, to text: inout AnswerText) {
    let path = names.path(of: page)
    for slash in 0..<max(path.count, 1) - 1 where path[slash] == UInt8(ascii: "/") {
      guard let parent = self.page(at: path[...slash]) else { continue }
      text.append(names.spelled(names.title(of: parent)).bytes)
      text.append([0x20, 0xC2, 0xB7, 0x20])
    }
  }

  /// The page with an address; pages stand in the order of their addresses.
  private func page(at path: ArraySlice<UInt8>) -> Int? {
    var (low, high) = (0, names.pageCount)
    while low < high {
      let middle = (low + high) / 2
      if ByteOrder.precedes(names.path(of: middle)[...], path) { low = middle + 1 } else { high = middle }
    }
    guard low < names.pageCount, !ByteOrder.precedes(path, names.path(of: low)[...]) else { return nil }
    return low
  }
}
