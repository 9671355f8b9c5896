internal import Glibc
internal import NIOPosix

/// The process that listens on a port.
public struct PortOwner: Equatable, Sendable, CustomStringConvertible {
  /// Its number.
  public let process: Int
  /// The name of its program.
  public let program: String

  /// How a message names it.
  public var description: String { "\(program) (process \(process))" }

  /// Finds who listens on a port; nil where that cannot be known, as with processes of other people.
  static func find(_ port: Int) async -> PortOwner? {
    try? await NIOThreadPool.singleton.runIfActive { search(port) }
  }

  private static func search(_ port: Int) -> PortOwner? {
    let sockets = Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap { listeners(in: text(of: $0), at: port) })
    guard !sockets.isEmpty else { return nil }
    for process in names(in: "/proc").compactMap(Int.init) {
      let folder = "/proc/\(process)/fd"
      guard names(in: folder).contains(where: { sockets.contains(link(folder + "/" + $0)) }) else { continue }
      let name = text(of: "/proc/\(process)/comm").filter { !$0.isNewline }
      return PortOwner(process: process, program: name.isEmpty ? "a process" : name)
    }
    return nil
  }

  /// The sockets that listen on a port, as the links of open files name them.
  static func listeners(in table: String, at port: Int) -> [String] {
    table.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 9, fields[3] == "0A", let colon = fields[1].lastIndex(of: ":") else { return nil }
      guard Int(fields[1][fields[1].index(after: colon)...], radix: 16) == port else { return nil }
      return "socket:[\(fields[9])]"
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) { names.append(unsafe FolderEntry.name(of: entry)) }
    return names
  }

  private static func link(_ path: String) -> String {
    var target = [CChar](repeating: 0, count: 64)
    let count = unsafe readlink(path, &target, target.count)
    return count > 0 ? String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
  }

  private static func text(of path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      let more = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
        count = max(0, unsafe read(descriptor, buffer.baseAddress, buffer.count))
      }
      guard !more.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
      bytes += more
    }
  }
}
