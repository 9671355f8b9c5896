public import Source

/// What EXPOSE takes: a port or a range of ports, and how they are spoken to: `80`, `8000-8010/udp`.
///
/// The builder also reads `-p`'s form with an address and a port of the host, and leaves both out.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#expose>
public struct PortSpec: Sendable {
  /// How a port is spoken to.
  public enum Transport: Sendable {
    /// TCP, where nothing is said.
    case tcp
    /// UDP
    case udp
    /// SCTP
    case sctp

    /// Its name in lower case.
    public var name: StaticString {
      switch self {
      case .tcp: "tcp"
      case .udp: "udp"
      case .sctp: "sctp"
      }
    }
  }

  /// The first port.
  public let first: UInt16
  /// The last port; the first where there is only one.
  public let last: UInt16
  /// How they are spoken to.
  public let transport: Transport
  /// How that is written; nothing where it is not.
  public let transportBytes: Bytes?
  /// The address and port of the host with their colons, which mean nothing here.
  public let host: Bytes?

  /// The ports that the bytes name.
  public init(_ bytes: Bytes) throws(ValueFault) {
    let colon = bytes.lastIndex(of: UInt8(ascii: ":"))
    let container = colon.map { bytes[($0 + 1)...] } ?? bytes
    let (ports, suffix) = container.cut(at: UInt8(ascii: "/")) ?? (container, nil)
    guard !ports.isEmpty else { throw ValueFault("Port \(bytes.quoted) lacks a number", at: bytes) }
    transportBytes = suffix.map { $0.isEmpty ? nil : $0 } ?? nil
    transport = try Self.transport(transportBytes)
    host = colon.map { bytes[...$0] }
    let range: ClosedRange<UInt16>
    if let colon {
      let hostPort = try Self.hostPort(bytes[..<colon])
      range = try Self.range(ports)
      if let outer = try hostPort.map(Self.range), range.count > 1, outer.count != range.count {
        throw ValueFault("Ports \(hostPort?.quoted ?? "") and \(ports.quoted) differ in number", at: bytes)
      }
    } else {
      range = try Self.range(ports)
    }
    first = range.lowerBound
    last = range.upperBound
  }

  /// Checks what stands before the last colon, and gives the port in it.
  private static func hostPort(_ host: Bytes) throws(ValueFault) -> Bytes? {
    guard let colon = host.lastIndex(of: UInt8(ascii: ":")) else { return host.isEmpty ? nil : host }
    let address = host[..<colon]
    guard address.isEmpty || IPAddress.isOne(address) || IPAddress.isBracketed(address) else {
      throw ValueFault("Address \(address.quoted) of a port is none", at: address)
    }
    let port = host[(colon + 1)...]
    return port.isEmpty ? nil : port
  }

  private static func transport(_ bytes: Bytes?) throws(ValueFault) -> Transport {
    guard let bytes else { return .tcp }
    if bytes.equalsIgnoringCase("tcp") { return .tcp }
    if bytes.equalsIgnoringCase("udp") { return .udp }
    if bytes.equalsIgnoringCase("sctp") { return .sctp }
    throw ValueFault.unknown("Protocol", bytes, among: ["tcp", "udp", "sctp"])
  }

  private static func range(_ bytes: Bytes) throws(ValueFault) -> ClosedRange<UInt16> {
    guard let (from, to) = bytes.cut(at: UInt8(ascii: "-")) else {
      let port = try port(bytes, in: bytes)
      return port...port
    }
    let first = try port(from, in: bytes)
    let last = try port(to, in: bytes)
    guard first <= last else {
      throw ValueFault(
        "Ports \(bytes.quoted) end before they begin", at: bytes, meaning: to.string + "-" + from.string)
    }
    return first...last
  }

  private static func port(_ digits: Bytes, in bytes: Bytes) throws(ValueFault) -> UInt16 {
    if let number = digits.signed(), number >= 0, number <= 65_535 { return UInt16(number) }
    let isLarge = !digits.isEmpty && digits.allSatisfy { $0.isDigit }
    throw isLarge
      ? ValueFault("Port \(digits.quoted) is above 65535", at: digits)
      : ValueFault("Port \(bytes.quoted) is no number", at: bytes)
  }
}
