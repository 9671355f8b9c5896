import Source

/// Paths of WORKDIR and of what is put into an image.
///
/// Reference: BuildKit's package `system`.
enum WorkingDirectory {
  /// The longest path that Linux takes, without the zero behind it.
  private static let longest = 4095

  /// The directory that WORKDIR goes to. One that begins at the root is taken as it is written.
  static func path(_ path: Bytes, from directory: Bytes, isWindows: Bool) throws(ValueFault) -> Bytes {
    let parent = directory.isEmpty ? Bytes("/") : slashed(directory, isWindows)
    let path = isWindows ? try withoutDrive(slashed(path, isWindows)) : path
    let target = path.isEmpty ? parent : path.first == UInt8(ascii: "/") ? path : joined(parent, path)
    if target.count > longest {
      throw ValueFault("Working directory grows beyond \(longest) bytes, the most that Linux takes", at: path)
    }
    return isWindows ? target.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "\\") : $0 }[...] : target
  }

  /// Two paths put together, without `.`, `..` and doubled slashes; the first begins at the root.
  static func joined(_ parent: Bytes, _ path: Bytes) -> Bytes {
    var result: [UInt8] = []
    if isClean(parent) { result += parent } else { append(parent, to: &result) }
    append(path, to: &result)
    return result.isEmpty ? Bytes("/") : result[...]
  }

  private static func append(_ path: Bytes, to result: inout [UInt8]) {
    for part in path.split(separator: UInt8(ascii: "/")) {
      if part == "." { continue }
      if part == ".." {
        result.removeSubrange((result.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
      } else {
        result.append(UInt8(ascii: "/"))
        result += part
      }
    }
  }

  /// Whether a path surely needs no change: after a slash comes neither another one nor a dot nor the end.
  private static func isClean(_ path: Bytes) -> Bool {
    var isAfterSlash = false
    for byte in path {
      let isSlash = byte == UInt8(ascii: "/")
      if isAfterSlash, isSlash || byte == UInt8(ascii: ".") { return false }
      isAfterSlash = isSlash
    }
    return !isAfterSlash
  }

  private static func slashed(_ path: Bytes, _ isWindows: Bool) -> Bytes {
    isWindows ? path.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...] : path
  }

  private static func withoutDrive(_ path: Bytes) throws(ValueFault) -> Bytes {
    guard path.count > 1, path[path.startIndex + 1] == UInt8(ascii: ":"), let drive = path.first else { return path }
    guard drive.lowercased == UInt8(ascii: "c") else {
      throw ValueFault("Drive '\(path.prefix(2).string)' is not 'C:', the only one of an image", at: path)
    }
    return path.dropFirst(2)
  }
}
