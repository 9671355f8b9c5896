import Foundation
import TestSupport
import Testing

/// A site of some size, made of our own words, for tests that need more than a handful of pages.
enum SampleSite {
  /// Writes `count` notes that link to each other, in sections; `edition` stands in each of them.
  static func write(_ count: Int, to folder: TemporaryFolder, edition: String = "first") throws {
    try folder.write("title: Sample\nbase-url: https://example.org/sample/\n", to: "content/site.yaml")
    try folder.write("# Home\n\nThe \(edition) edition. [[Note 0]]\n", to: "content/index.md")
    for number in 0..<count {
      try folder.write(note(number, of: count, edition), to: "content/\(path(number))")
    }
  }

  /// The file of a note.
  static func path(_ number: Int) -> String {
    "section-\(number % 7)/note-\(number).md"
  }

  private static func note(_ number: Int, of count: Int, _ edition: String) -> String {
    """
    ---
    title: Note \(number)
    aliases: [Entry \(number)]
    tags: [even, tag-\(number % 5)]
    ---
    The \(edition) edition of note \(number), after [[Note \((number + 1) % count)]] and
    [another](/\(path((number * 7 + 3) % count))).

    ## Heading \(number % 3)

    | a | b |
    |---|---|
    | \(number) | `code` |

    ```dockerfile
    FROM image:\(number)
    RUN echo "\(edition)"
    ```

    \(String(repeating: "Some words to fill the page, and a *few* more. ", count: number % 40))

    """
  }
}

/// What a folder holds, for a comparison with another.
struct Snapshot: Equatable {
  let files: [String: [UInt8]]

  /// The published files: those whose name does not begin with a dot.
  init(_ folder: TemporaryFolder, _ path: String) {
    files = folder.contents(of: path).filter { name, _ in
      !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }

  /// The files that are neither as in `one` nor as in `other`.
  func files(neitherIn one: Snapshot, norIn other: Snapshot) -> [String] {
    files.filter { name, bytes in one.files[name] != bytes && other.files[name] != bytes }.map(\.key).sorted()
  }

  /// The names of the files that differ.
  func difference(from other: Snapshot) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}

/// When and where a file was written: changes with every write.
struct FileStamp: Equatable {
  let modified: Date?
  let inode: Int?

  init(_ path: String) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    modified = attributes[.modificationDate] as? Date
    inode = attributes[.systemFileNumber] as? Int
  }

  /// The stamps of all files below a folder.
  static func all(_ folder: TemporaryFolder, _ path: String) throws -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for name in folder.files(below: path) { stamps[name] = try FileStamp(folder.path(path) + "/" + name) }
    return stamps
  }
}
