import CAssets
import Source

extension Theme {
  /// A file of the default theme, by its path in `templates/`.
  package static func builtInFile(_ path: String) -> [UInt8]? { builtIn[path]?.bytes }

  /// The files of the default theme by their path in `templates/`, carried in the binary.
  static let builtIn: [String: SourceText] = {
    var files: [String: SourceText] = [:]
    var number = 0
    while true {
      let asset = unsafe asset_at(number)
      guard let name = unsafe asset.name, let start = unsafe asset.bytes else { return files }
      let path = unsafe String(cString: name)
      let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: asset.size))
      files[path] = SourceText(path: "templates/" + path, bytes: bytes)
      number += 1
    }
  }()
}
