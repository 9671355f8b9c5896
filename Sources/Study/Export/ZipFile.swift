import Source

/// A ZIP archive of files that are stored as they are, all with the same date: the same files give the same bytes.
struct ZipFile {
  /// A file in an archive.
  struct Entry: Equatable {
    let name: String
    let bytes: [UInt8]
  }

  /// The archive of these files.
  static func bytes(of entries: [Entry]) -> [UInt8] {
    var archive: [UInt8] = []
    archive.reserveCapacity(entries.reduce(1024) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 })
    var directory: [UInt8] = []
    for entry in entries {
      let offset = archive.count
      let head = head(of: entry)
      archive.append(little: 0x0403_4B50, 4)
      archive += head
      archive += entry.name.utf8
      archive += entry.bytes
      directory.append(little: 0x0201_4B50, 4)
      directory.append(little: 20, 2)
      directory += head
      // No comment, first disk, no attributes.
      directory.append(little: 0, 10)
      directory.append(little: offset, 4)
      directory += entry.name.utf8
    }
    let start = archive.count
    archive += directory
    archive.append(little: 0x0605_4B50, 4)
    archive.append(little: 0, 4)
    archive.append(little: entries.count, 2)
    archive.append(little: entries.count, 2)
    archive.append(little: directory.count, 4)
    archive.append(little: start, 4)
    archive.append(little: 0, 2)
    return archive
  }

  /// What stands both before a file and in the directory: version 2.0, names in UTF-8, stored, 1 January 1980.
  private static func head(of entry: Entry) -> [UInt8] {
    var head: [UInt8] = []
    head.append(little: 20, 2)
    head.append(little: 0x0800, 2)
    head.append(little: 0, 2)
    head.append(little: 0, 2)
    head.append(little: 0x0021, 2)
    head.append(little: Int(checksum(entry.bytes)), 4)
    head.append(little: entry.bytes.count, 4)
    head.append(little: entry.bytes.count, 4)
    head.append(little: entry.name.utf8.count, 2)
    head.append(little: 0, 2)
    return head
  }

  /// The bytes of a stored file of an archive; nothing where it has none of that name, or is no such archive.
  static func entry(_ name: String, in archive: [UInt8]) -> [UInt8]? {
    var index = 0
    while index + 30 <= archive.count, archive[index...].starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let method = archive.little(at: index + 8, 2)
      let flags = archive.little(at: index + 6, 2)
      let count = archive.little(at: index + 18, 4)
      let nameCount = archive.little(at: index + 26, 2)
      let start = index + 30 + nameCount + archive.little(at: index + 28, 2)
      guard method == 0, flags & 8 == 0, start + count <= archive.count else { return nil }
      if archive[(index + 30)..<(index + 30 + nameCount)].elementsEqual(name.utf8) {
        return Array(archive[start..<start + count])
      }
      index = start + count
    }
    return nil
  }

  /// CRC-32, as of ISO 3309.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}

extension [UInt8] {
  /// Appends the lowest bytes of a number, the lowest first.
  fileprivate mutating func append(little number: Int, _ count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: place < 8 ? number >> (8 * place) : 0)) }
  }

  /// The number whose lowest byte stands at `index`.
  fileprivate func little(at index: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
  }
}
