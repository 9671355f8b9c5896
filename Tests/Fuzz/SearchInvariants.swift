import Search

/// Whatever bytes a names file has, it is read or refused at a place within them, and what is read can all be shown.
func namesFileIsReadOrRefused(_ bytes: [UInt8]) {
  var bytes = bytes
  // With its checksum right, the rest is looked at, too.
  IndexFormat.seal(&bytes)
  do throws(IndexFault) {
    showAll(of: try NamesFile(bytes), bytes.count)
  } catch {
    hold((0...bytes.count).contains(error.offset), "a fault outside of the file: \(error)")
  }
}

private func showAll(of names: NamesFile, _ size: Int) {
  hold(names.pageCount <= size && names.texts.values.count <= size, "more than the file can hold")
  for page in 0..<names.pageCount {
    hold(names.kind(of: page) < names.kinds.count && names.domain(of: page) < names.domains.count, "no such class")
    for section in names.sections(of: page) {
      hold(names.page(ofSection: section) == page, "section \(section) is on another page")
    }
  }
  for text in 0..<min(names.texts.count, 200) {
    let spelled = names.spelled(text)
    for word in spelled.words { hold(word.upperBound <= spelled.bytes.count, "a word outside of text \(text)") }
    hold(spelled.words.count == names.texts[text].count, "text \(text) has lost a word")
    for holder in names.holders(of: text) { hold(names.page(ofHolder: holder) < names.pageCount, "no such page") }
  }
  for section in 0..<min(names.sectionCount, 200) { hold(names.anchor(of: section).count < 1 << 20, "a long anchor") }
  for term in 0..<names.terms.count {
    hold(names.terms.index(of: names.terms[term]) == term, "term \(term) is not found")
    for place in names.postings[term] {
      let place = Int(names.postings.values[place])
      hold(names.texts.values[place] == term && names.position(at: place) >= 0, "term \(term) does not stand there")
    }
  }
  for part in 0..<names.partCount { hold(names.part(part).count <= names.terms[names.partTerm(part)].count, "a part") }
  for shard in 0..<names.shards.count { hold(names.shards.name(of: shard).count == 18, "a name of another length") }
}

/// Whatever bytes a file of body words has, it is read or refused at a place within them.
func wordShardIsReadOrRefused(_ bytes: [UInt8]) {
  let pages = Int(bytes.last ?? 0)
  do throws(IndexFault) {
    let shard = try WordShard(bytes, pages: pages, checksum: IndexFormat.checksum(bytes))
    hold(shard.impacts.count == shard.postings.values.count, "a posting without impact")
    for word in 0..<shard.words.count {
      hold(shard.words.index(of: shard.words[word]) == word, "word \(word) is not found")
      let found = shard.postings.values[shard.postings[word]]
      hold(zip(found, found.dropFirst()).allSatisfy(<), "pages of word \(word) are out of order")
      hold(found.allSatisfy { $0 < pages }, "word \(word) stands on no page")
    }
    hold(shard.impacts.allSatisfy { $0 < 16 }, "an impact of more than four bits")
  } catch {
    hold((0...bytes.count).contains(error.offset), "a fault outside of the file: \(error)")
  }
}

/// Whatever pages are called and say, their index is read, and says the same of them.
func writtenIndexIsRead(_ bytes: [UInt8]) {
  let lines = bytes.prefix(600).split(separator: 0x0A, maxSplits: 6, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  let documents = lines.enumerated().map { number, line in
    SearchDocument(
      path: "\(number)/\(line)", title: line, kind: String(line.prefix(2)), aliases: [String(line.dropFirst(3))],
      definition: line, headings: lines.prefix(number).map { .init(text: $0, anchor: line, names: [line]) },
      inbound: lines, words: BodyWords(html: line.utf8.span))
  }
  let index = SearchIndex(documents)
  do throws(IndexFault) {
    let names = try NamesFile(index.files[0].bytes)
    hold(names.pageCount == documents.count, "\(names.pageCount) pages")
    for shard in 0..<names.shards.count { _ = try WordShard(index.files[shard + 1].bytes, of: names, shard: shard) }
    showAll(of: names, .max / 32)
  } catch {
    hold(false, "refused: \(error)")
  }
}
