public import Source

/// What is said to `docker build` beside the Dockerfile.
public struct BuildOptions: Sendable {
  /// The values that `--build-arg` gives.
  public var arguments: [BuildArgument] = []
  /// What the image is built for: `--platform`.
  public var platform = Platform.usual
  /// What the builder itself runs on.
  public var builder = Platform.usual
  /// The name of the stage to build: `--target`; the last one where it is nothing.
  public var target: Bytes?
  /// Whether the file is an excerpt, which may begin anywhere.
  public var isFragment = false

  /// Nothing is said.
  public init() {}
}

/// A value for an ARG: `--build-arg name=value`.
public struct BuildArgument: Sendable {
  /// The name of the ARG.
  public let name: Bytes
  /// Its value.
  public let value: Bytes

  /// Gives `name` a value.
  public init(_ name: Bytes, _ value: Bytes) {
    self.name = name
    self.value = value
  }
}
