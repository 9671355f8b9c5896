/// The shortest way from one place below a root to another.
public enum RelativePath {
  /// `path` as it is written in `folder`, both below the same root, with `..` for each step up.
  ///
  ///     RelativePath.of("kubernetes/pod.md", in: "docker/")  // "../kubernetes/pod.md"
  ///
  /// - Parameter folder: Empty, or a path that ends with a slash; what follows its last slash does not count.
  public static func of(_ path: some StringProtocol, in folder: some StringProtocol) -> String {
    var path = String(path)
    var folder = String(folder)
    return of(path: &path, folder: &folder)
  }

  private static func of(path: inout String, folder: inout String) -> String {
    let slash = UInt8(ascii: "/")
    return path.withUTF8 { path in
      folder.withUTF8 { folder in
        var shared = 0
        var index = 0
        while index < path.count, index < folder.count, unsafe path[index] == folder[index] {
          if unsafe path[index] == slash { shared = index + 1 }
          index += 1
        }
        var climbs = 0
        for index in shared..<max(shared, folder.count) where unsafe folder[index] == slash { climbs += 1 }
        let rest = path.count - shared
        return unsafe String(unsafeUninitializedCapacity: climbs * 3 + rest) { buffer in
          for climb in 0..<climbs {
            unsafe buffer[climb * 3] = UInt8(ascii: ".")
            unsafe buffer[climb * 3 + 1] = UInt8(ascii: ".")
            unsafe buffer[climb * 3 + 2] = slash
          }
          for index in 0..<rest { unsafe buffer[climbs * 3 + index] = path[shared + index] }
          return climbs * 3 + rest
        }
      }
    }
  }
}
