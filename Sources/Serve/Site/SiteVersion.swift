/// What is served, as it is at one time. A later version takes its place as a whole, by ``DevServer/publish(_:changed:)``.
public struct SiteVersion: Sendable {
  /// The path below which it is served, with a slash at both ends: `/`, or `/handbook/`.
  public let base: String
  /// Whether there is a file at a path below ``base``, such as `docker/volume/index.html`. It is asked on the server's
  /// thread and has to answer at once.
  public let holds: @Sendable (_ file: String) -> Bool
  /// Makes the file at a path; nil where there is none. What it gives is kept until that file changes.
  public let resource: @Sendable (_ file: String) async -> Resource?

  /// A version of the site.
  public init(
    base: String = "/", holds: @escaping @Sendable (_ file: String) -> Bool,
    resource: @escaping @Sendable (_ file: String) async -> Resource?
  ) {
    self.base = base
    self.holds = holds
    self.resource = resource
  }

  /// A version whose files are all there already, by their paths.
  public init(base: String = "/", files: [String: Resource]) {
    self.init(base: base, holds: { files[$0] != nil }, resource: { files[$0] })
  }
}

/// A file of the site, ready to be sent.
public struct Resource: Sendable {
  /// What it holds.
  public let bytes: [UInt8]
  /// What it is; nil where its name tells that.
  public let type: ContentType?

  /// A file that holds `bytes`.
  public init(_ bytes: [UInt8], type: ContentType? = nil) {
    self.bytes = bytes
    self.type = type
  }
}

/// Which files another version of the site changes, brings or takes away.
public enum ChangedFiles: Sendable {
  /// Any of them.
  case all
  /// These, by their paths below the base.
  case files(Set<String>)

  func contains(_ file: String) -> Bool {
    switch self {
    case .all: true
    case .files(let files): files.contains(file)
    }
  }
}
