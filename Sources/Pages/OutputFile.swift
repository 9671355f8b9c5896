/// A file of the generated site.
public struct OutputFile: Sendable {
  /// Its path below the output folder.
  public let path: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// The file at `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
