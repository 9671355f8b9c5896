/// What the files of a search index have in common: eight bytes that say what they are, and a checksum.
package enum IndexFormat {
  /// Changes whenever a reader of the one before would read something wrong.
  package static let version: UInt8 = 1

  /// The kinds of files.
  package enum File: UInt8, Sendable {
    /// What pages are called: one file.
    case names = 0x4E
    /// Where words stand in texts: a file for each range of words.
    case words = 0x57
  }

  /// How many bytes say what a file is: `Rut`, the kind, the version, and three of zero.
  package static let markSize = 8

  /// Reads what a file is, and makes sure that it is of a kind, in this version.
  @inline(never)
  static func check(_ cursor: inout IndexCursor, isOf file: File) {
    let mark = mark(of: file)
    for index in 0..<mark.count {
      if cursor.next != mark[index] { cursor.fail(index == 4 && !cursor.isAtEnd ? .version : .notAnIndex) }
      _ = cursor.byte()
    }
  }

  /// The first bytes of a file.
  package static func mark(of file: File) -> [UInt8] {
    [0x52, 0x75, 0x74, file.rawValue, version, 0, 0, 0]
  }

  /// Where what the checksum of a names file covers begins. It stands before that, in four bytes, the lowest first.
  static let sealed = markSize + 4

  /// Writes the checksum of a names file where it belongs.
  package static func seal(_ bytes: inout [UInt8]) {
    guard bytes.count >= sealed else { return }
    let checksum = checksum(bytes, from: sealed)
    for index in 0..<4 { bytes[markSize + index] = UInt8(truncatingIfNeeded: checksum >> UInt32(index * 8)) }
  }

  /// The fingerprint of all bytes from `start` on, as `ContentHash` makes it: its upper half, which stands in names of
  /// files.
  @inline(never)
  package static func checksum(_ bytes: [UInt8], from start: Int = 0) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = start
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
