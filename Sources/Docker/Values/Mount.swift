public import Source

/// What `RUN --mount` mounts.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#run---mount>
public struct Mount: Sendable {
  /// Its type.
  public enum Kind: Sendable {
    /// Files of the context, a stage or an image.
    case bind
    /// A directory that outlives the build.
    case cache
    /// Memory.
    case tmpfs
    /// A file that no layer keeps.
    case secret
    /// The socket of an SSH agent.
    case ssh

    /// Its name.
    public var name: StaticString {
      switch self {
      case .bind: "bind"
      case .cache: "cache"
      case .tmpfs: "tmpfs"
      case .secret: "secret"
      case .ssh: "ssh"
      }
    }
  }

  /// Who may use a cache at the same time.
  public enum Sharing: Sendable {
    /// Everybody
    case shared
    /// Nobody else: others get a cache of their own.
    case `private`
    /// Nobody else: others wait.
    case locked
  }

  /// Its type.
  public internal(set) var kind = Kind.bind
  /// The stage, context or image that it takes files from; empty for the context of the build.
  public internal(set) var from: Bytes = []
  /// The path in there.
  public internal(set) var source: Bytes = []
  /// Where it is mounted.
  public internal(set) var target: Bytes = []
  /// The name of a cache, secret or socket.
  public internal(set) var id: Bytes = []
  /// The variable that a secret becomes.
  public internal(set) var environment: Bytes?
  /// Whether nothing can be written.
  public internal(set) var isReadOnly = true
  /// Whether the build stops where the secret or socket is not given.
  public internal(set) var isRequired = false
  /// The most bytes that a tmpfs takes.
  public internal(set) var size: ByteSize?
  /// Who may use a cache.
  public internal(set) var sharing: Sharing?
  /// The permissions of what is mounted.
  public internal(set) var mode: UInt32?
  /// The user that it belongs to.
  public internal(set) var user: UInt32?
  /// The group that it belongs to.
  public internal(set) var group: UInt32?

  /// The mount that options make, whose values have no variables any more. Their order matters: `size` and `required`
  /// are asked for the type that stands before them.
  public init(_ options: [MountOption]) throws(ValueFault) {
    var reader = MountReader(options)
    self = try reader.read()
  }

  init() {}
}
