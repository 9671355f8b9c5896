/// Why a server did not start.
public enum DevServerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Somebody listens there already; who, where that can be known.
  case portInUse(port: Int, by: PortOwner?)
  /// No address is known for the host.
  case unknownHost(String)
  /// The system refuses.
  case cannotListen(host: String, port: Int, reason: String)

  /// What is wrong, in a sentence without an end.
  public var description: String {
    switch self {
    case .portInUse(let port, let owner?): "Port \(port) is in use by \(owner)"
    case .portInUse(let port, nil): "Port \(port) is in use"
    case .unknownHost(let host): "No address is known for the host '\(host)'"
    case .cannotListen(let host, let port, let reason): "Cannot listen on \(host), port \(port): \(reason)"
    }
  }
}
