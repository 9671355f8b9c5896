/// What is wrong with a file of the search index, and where.
///
/// A reader meets files that were cut short on their way, left over from an earlier build, or made by somebody else. It
/// says so, and never trusts a number that it has not held against what is there.
package struct IndexFault: Error, Equatable, Sendable {
  /// What can be wrong.
  package enum Kind: UInt8, Sendable {
    /// The file does not start as one of the index does.
    case notAnIndex
    /// The file has the format of another version.
    case version
    /// The file is not the one that the names file means: it was damaged, or is left over from another build.
    case checksum
    /// Something goes on behind the end of its section.
    case ends
    /// A number is larger than what it counts or points into.
    case number
    /// Words do not stand in order.
    case order
    /// There is more in a section than was announced.
    case surplus
  }

  /// The part of the index in which it was met: the sections of a names file in their order, and files of body words.
  package enum Part: UInt8, Sendable {
    case header, words, spellings, codes, texts, outline, owners, pages, shards, shard
  }

  /// What is wrong.
  package let kind: Kind
  /// Where in the index it is wrong.
  package let part: Part
  /// At which byte of the file it was noticed.
  package let offset: Int
}

extension IndexFault {
  /// What is wrong, in words.
  package var reason: StaticString {
    switch kind {
    case .notAnIndex: "this is no file of a search index"
    case .version: "the search index has a format of another version"
    case .checksum: "the file is damaged, or was written by another build than the rest of the index"
    case .ends: "the file ends too early"
    case .number: "a number is too large"
    case .order: "the words are out of order"
    case .surplus: "there is more than was announced"
    }
  }
}
