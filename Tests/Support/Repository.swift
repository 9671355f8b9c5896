import Foundation

/// Where this package lies on the disk.
package enum Repository {
  /// The folder of `Package.swift`.
  package static let root: String = parent(parent(parent(#filePath)))

  /// A path below the root as a path of the disk.
  package static func path(_ relative: String) -> String {
    root + "/" + relative
  }

  /// The folder that a file or folder stands in.
  package static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The value of an environment variable, unless it is empty.
  package static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The files below a folder with one of these extensions, sorted, as paths relative to it.
  package static func files(below folder: String, extensions: Set<String>) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects.compactMap { $0 as? String } ?? []
    return names.filter { extensions.contains(($0 as NSString).pathExtension) }.sorted()
  }

  /// The text of a file, or nothing where it cannot be read.
  package static func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file, or nothing where it cannot be read.
  package static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }
}
