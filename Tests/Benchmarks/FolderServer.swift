import Glibc
import Serve

/// Serves the files of a folder from memory until it is killed: `Benchmarks serve FOLDER PORT`, for
/// `Tests/Benchmarks/serve`.
enum FolderServer {
  static func run(_ folder: String, port: Int) async throws {
    var files: [String: Resource] = [:]
    var pending = [""]
    while let path = pending.popLast() {
      guard let directory = unsafe opendir(folder + "/" + path) else { continue }
      defer { unsafe closedir(directory) }
      while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let below = path.isEmpty ? name : path + "/" + name
        if unsafe entry.pointee.d_type == DT_DIR {
          pending.append(below)
        } else {
          files[below] = Resource(try read(folder + "/" + below))
        }
      }
    }
    var options = DevServer.Options()
    options.port = .exactly(port)
    let server = try await DevServer.start(options, serving: SiteVersion(files: files))
    print("\(files.count) files at \(server.origin)")
    fflush(nil)
    while true { try await Task.sleep(for: .seconds(3_600)) }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    struct Unreadable: Error {
      let path: String
    }
    guard let file = unsafe fopen(path, "r") else { throw Unreadable(path: path) }
    defer { unsafe fclose(file) }
    unsafe fseek(file, 0, SEEK_END)
    let size = unsafe ftell(file)
    unsafe rewind(file)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = unsafe fread(buffer.baseAddress, 1, size, file)
    }
  }
}
