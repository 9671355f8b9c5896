/// Where the sections of a names file are.
struct NamesSections {
  /// The sections, in their order in the file.
  static let parts: [IndexFault.Part] = [
    .words, .spellings, .codes, .titles, .paths, .aliases, .repeatedHeadings, .headings, .outline, .anchors, .topics,
    .inbound, .definitions, .classes, .shards,
  ]

  /// Where the first section begins: behind the lengths of all, four bytes each.
  static var start: Int { IndexFormat.sealed + 4 * parts.count }

  private let bytes: [UInt8]
  private var ends: [Int] = []

  /// Finds the sections of a file, and makes sure that it is whole.
  init(_ bytes: [UInt8]) throws(IndexFault) {
    self.bytes = bytes
    try IndexFormat.check(bytes, isOf: .names, .header)
    var cursor = IndexCursor(bytes, IndexFormat.markSize..<bytes.count, .header)
    guard try cursor.fixed() == IndexFormat.checksum(bytes, from: IndexFormat.sealed) else {
      throw cursor.fault(.checksum)
    }
    var end = Self.start
    for _ in Self.parts {
      let length = Int(try cursor.fixed())
      guard length <= bytes.count - end else { throw cursor.fault(.ends) }
      end += length
      ends.append(end)
    }
    guard end == bytes.count else { throw cursor.fault(.surplus) }
  }

  /// A cursor at the beginning of a section.
  func cursor(_ part: IndexFault.Part) -> IndexCursor {
    var start = Self.start
    for (index, other) in Self.parts.enumerated() {
      if other == part { return IndexCursor(bytes, start..<ends[index], part) }
      start = ends[index]
    }
    return IndexCursor(bytes, 0..<0, part)
  }
}
