package import Docker
import Source

/// What an engine tells of an image.
package struct ImageFacts: Sendable {
  /// How large it is.
  package private(set) var bytes = 0
  /// How many layers it has.
  package private(set) var layers = 0
  /// What of its settings decides what a container runs.
  package private(set) var config = ImageConfig()

  /// What docker and podman are asked for: a line each, with a letter in front; texts in hexadecimal digits, so that
  /// nothing in them can be misread.
  static let dockerTemplate = #"""
    {{range .Config.Entrypoint}}e{{printf "%x" .}}
    {{end}}{{range .Config.Cmd}}c{{printf "%x" .}}
    {{end}}l{{len .RootFS.Layers}}
    s{{.Size}}
    """#

  /// What buildah is asked for. It does not tell a size; its manifest has that of each layer.
  static let buildahTemplate = #"""
    {{range .OCIv1.Config.Entrypoint}}e{{printf "%x" .}}
    {{end}}{{range .OCIv1.Config.Cmd}}c{{printf "%x" .}}
    {{end}}{{range $path, $_ := .OCIv1.Config.Volumes}}v{{printf "%x" $path}}
    {{end}}l{{len .OCIv1.RootFS.DiffIDs}}
    m{{printf "%x" .Manifest}}
    """#

  /// Reads an answer to one of them.
  package init(_ answer: [UInt8]) {
    var (entrypoint, command): ([Bytes], [Bytes]) = ([], [])
    for line in answer.split(separator: UInt8(ascii: "\n")) {
      let value = line.dropFirst()
      switch line.first {
      case UInt8(ascii: "e"): if let word = Self.text(value) { entrypoint.append(word[...]) }
      case UInt8(ascii: "c"): if let word = Self.text(value) { command.append(word[...]) }
      case UInt8(ascii: "v"): if let path = Self.text(value) { config.volumes.append(path[...]) }
      case UInt8(ascii: "l"): layers = Int(value.string) ?? 0
      case UInt8(ascii: "s"): bytes = Int(value.string) ?? 0
      case UInt8(ascii: "m"): if let manifest = Self.text(value) { bytes = Self.size(in: manifest[...]) }
      default: break
      }
    }
    config.entrypoint = entrypoint.isEmpty ? nil : entrypoint
    config.command = command.isEmpty ? nil : command
  }

  /// The bytes that hexadecimal digits stand for.
  private static func text(_ digits: Bytes) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    var rest = digits
    while let high = rest.popFirst(), let low = rest.popFirst() {
      guard let upper = hexadecimal(high), let lower = hexadecimal(low) else { return nil }
      bytes.append(upper << 4 | lower)
    }
    return bytes
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8? {
    if digit.isDigit { return digit - UInt8(ascii: "0") }
    return (0x61...0x66).contains(digit.lowercased) ? digit.lowercased - 0x57 : nil
  }

  /// The sum of the sizes of the layers in a manifest.
  private static func size(in manifest: Bytes) -> Int {
    guard let layers = manifest.firstRange(of: "\"layers\"") else { return 0 }
    var rest = manifest[layers.upperBound...]
    var sum = 0
    while let size = rest.firstRange(of: "\"size\":") {
      rest = rest[size.upperBound...]
      sum += Int(rest.drop { $0 == 0x20 }.prefix { $0.isDigit }.string) ?? 0
    }
    return sum
  }
}
