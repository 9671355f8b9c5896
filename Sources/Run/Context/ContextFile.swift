import Source

/// A file of a build context.
package struct ContextFile: Sendable {
  /// Its path below the context's folder.
  package let path: String
  /// What is in it.
  package let bytes: [UInt8]
  /// Whether it may be run: it begins with `#!`.
  package var isExecutable: Bool { bytes[...].hasPrefix("#!") }

  /// A file at `path`.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether a title names a file below a folder: no blanks, not absolute, and no way up.
  static func isPath(_ title: String) -> Bool {
    let parts = title.split(separator: "/", omittingEmptySubsequences: false)
    return !title.isEmpty && !title.utf8.contains { $0 <= 0x20 || $0 == 0x7F }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
