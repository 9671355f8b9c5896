public import Source

/// The name of an image: `[registry/]repository[:tag][@digest]`.
///
/// Reference: the `reference` package of distribution.
public struct ImageReference: Sendable {
  /// Where it is kept, with the port; nothing where none is written, which means Docker Hub.
  public let registry: Bytes?
  /// What it is called there, as written: `alpine`, `library/alpine`, `bitnami/redis`.
  public let repository: Bytes
  /// What follows the colon.
  public let tag: Bytes?
  /// What follows `@`: an algorithm, a colon and hexadecimal digits.
  public let digest: Bytes?

  /// Whether it is `scratch`, the name for no image at all.
  public static func isScratch(_ name: Bytes) -> Bool {
    name == "scratch"
  }

  /// The reference that the bytes are.
  public init(_ bytes: Bytes) throws(ValueFault) {
    guard !bytes.isEmpty else { throw ValueFault("Image name '' is empty", at: bytes) }
    try Self.checkWhole(bytes)
    var (registry, rest) = Self.split(bytes)
    var repository = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "@") }
    try Self.checkCase(repository, in: bytes)
    if let name = registry, !Self.isRegistry(name) {
      registry = nil
      rest = bytes
      repository = bytes[..<repository.endIndex]
    }
    try Self.checkRepository(repository, in: bytes)
    try Self.checkLength(repository, isOfficial: Self.isOfficial(repository, in: registry), in: bytes)
    rest = rest[repository.endIndex...]
    let (name, digest) = rest.cut(at: UInt8(ascii: "@")) ?? (rest, nil)
    tag = name.isEmpty ? nil : name.dropFirst()
    if let tag { try Self.checkTag(tag, in: bytes) }
    if let digest { _ = try Checksum(digest) }
    self.registry = registry
    self.repository = repository
    self.digest = digest
  }

  /// The name without tag and digest, as Docker keeps it: `docker.io/library/alpine`.
  public var name: [UInt8] {
    let host = Self.isHub(registry) ? Array("docker.io".utf8) : Array(registry ?? [])
    let isOfficial = Self.isOfficial(repository, in: registry)
    return host + [UInt8(ascii: "/")] + (isOfficial ? Array("library/".utf8) : []) + repository
  }

  /// The whole reference as Docker keeps it: `docker.io/library/alpine:latest`.
  public var normalized: [UInt8] {
    let tag = tag.map { [UInt8(ascii: ":")] + $0 } ?? (digest == nil ? Array(":latest".utf8) : [])
    return name + tag + (digest.map { [UInt8(ascii: "@")] + $0 } ?? [])
  }

  private static func isHub(_ registry: Bytes?) -> Bool {
    registry.map { $0 == "docker.io" || $0 == "index.docker.io" } ?? true
  }

  /// Whether Docker Hub keeps it among its own images, below `library/`.
  private static func isOfficial(_ repository: Bytes, in registry: Bytes?) -> Bool {
    isHub(registry) && !repository.contains(UInt8(ascii: "/"))
  }

  /// The first part is a registry where it cannot be anything else.
  private static func split(_ bytes: Bytes) -> (registry: Bytes?, rest: Bytes) {
    guard let (first, rest) = bytes.cut(at: UInt8(ascii: "/")) else { return (nil, bytes) }
    let isRegistry =
      first == "localhost" || first.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0.isCapital }
    return isRegistry ? (first, rest) : (nil, bytes)
  }
}
