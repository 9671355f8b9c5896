import Source

/// The files by which a site is searched: what pages are called in one, and the words of their texts in several, each of a
/// range of words.
///
/// They are a function of the documents alone. Each file's name has a fingerprint of its bytes, so that it can be kept for
/// ever by who has loaded it once.
package struct SearchIndex: Sendable {
  /// A file of the index.
  package struct File: Sendable {
    /// Its name within the folder of the index.
    package let name: String
    package let bytes: [UInt8]
  }

  /// All files, the names file first.
  package let files: [File]

  /// The name of the names file, by which all others are found.
  package var namesFile: String { files.first?.name ?? "" }

  /// The index of a site's pages, in whatever order these come.
  package init(_ documents: [SearchDocument]) {
    let documents = Self.ordered(documents)
    let limits = TextLimits.fitting(documents)
    let shards = Self.shards(documents, limits)
    let names = NamesWriter(NamesTexts(documents, limits: limits)).file(shards: Self.table(shards))
    let name = "names-\(ContentHash(names).short).bin"
    files =
      [File(name: name, bytes: names)]
      + shards.map { File(name: "words-\(ContentHash($0.bytes).short).bin", bytes: $0.bytes) }
      + [File(name: ScriptTwin.name(of: name), bytes: ScriptTwin.script(name: name, bytes: names))]
  }

  /// Pages stand in the order of their addresses: neighbours there have much in common.
  private static func ordered(_ documents: [SearchDocument]) -> [SearchDocument] {
    let paths = documents.map { Array($0.path.utf8) }
    let order = documents.indices.sorted { one, other in
      paths[one] == paths[other] ? one < other : ByteOrder.precedes(paths[one][...], paths[other][...])
    }
    return order.map { documents[$0] }
  }

  // MARK: Body words

  private static func shards(
    _ documents: [SearchDocument], _ limits: TextLimits
  ) -> [ShardWriter.Shard] {
    var index = BodyIndex(Impact(lengths: documents.map { $0.words.length }))
    for (page, document) in documents.enumerated() {
      index.add(document.words, page: page)
      if let rest = limits.rest(of: document) { index.add(rest, page: page) }
    }
    return ShardWriter(index).shards
  }

  /// The table of the files of body words.
  private static func table(_ shards: [ShardWriter.Shard]) -> [UInt8] {
    var table = IndexBytes()
    table.append(number: shards.count)
    table.append(words: shards.dropFirst().map { $0.start[...] })
    for shard in shards { table.append(fixed: IndexFormat.checksum(shard.bytes)) }
    return table.bytes
  }
}
