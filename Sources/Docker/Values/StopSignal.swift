public import Source

/// A signal by name or number: `SIGTERM`, `term`, `15`, `RTMIN+3`.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#stopsignal>
public struct StopSignal: Sendable {
  /// Its number; of the real-time signals the one that Linux gives them.
  public let number: Int64

  /// The signal that the bytes name.
  public init(_ bytes: Bytes) throws(ValueFault) {
    if let number = bytes.signed() {
      guard number != 0 else { throw ValueFault("Signal '0' is none", at: bytes) }
      self.number = number
      return
    }
    let name = bytes.lowercased[...]
    let short = name.hasPrefix("sig") ? name.dropFirst(3) : name
    guard let number = Self.number(short) ?? Self.realTime(short) else {
      guard !bytes.isEmpty else { throw ValueFault("Signal '' is empty", at: bytes) }
      let near = Suggestion.nearest(to: short.string, among: Self.names)
      let meant = near.map { "SIG" + $0 }
      let hint = meant.map { ", did you mean '\($0)'?" } ?? ""
      throw ValueFault("Signal \(bytes.quoted) is unknown\(hint)", at: bytes, meaning: meant)
    }
    self.number = number
  }

  /// The numbers on Linux.
  private static func number(_ name: Bytes) -> Int64? {
    switch name {
    case "hup": 1
    case "int": 2
    case "quit": 3
    case "ill": 4
    case "trap": 5
    case "abrt", "iot": 6
    case "bus": 7
    case "fpe": 8
    case "kill": 9
    case "usr1": 10
    case "segv": 11
    case "usr2": 12
    case "pipe": 13
    case "alrm": 14
    case "term": 15
    case "stkflt": 16
    case "chld", "cld": 17
    case "cont": 18
    case "stop": 19
    case "tstp": 20
    case "ttin": 21
    case "ttou": 22
    case "urg": 23
    case "xcpu": 24
    case "xfsz": 25
    case "vtalrm": 26
    case "prof": 27
    case "winch": 28
    case "io", "poll": 29
    case "pwr": 30
    case "sys": 31
    default: nil
    }
  }

  /// `rtmin`, `rtmin+1` to `rtmin+15`, `rtmax-14` to `rtmax-1`, `rtmax`.
  private static func realTime(_ name: Bytes) -> Int64? {
    if name == "rtmin" { return 34 }
    if name == "rtmax" { return 64 }
    guard name.count > 6, name.dropFirst(6).first != UInt8(ascii: "0") else { return nil }
    guard let step = name.dropFirst(6).unsigned(upTo: 15) else { return nil }
    if name.hasPrefix("rtmin+") { return 34 + Int64(step) }
    return name.hasPrefix("rtmax-") && step < 15 ? 64 - Int64(step) : nil
  }

  private static var names: [String] {
    [
      "TERM", "INT", "QUIT", "KILL", "HUP", "USR1", "USR2", "WINCH", "STOP", "CONT", "ABRT", "ALRM", "BUS", "CHLD",
      "FPE", "ILL", "PIPE", "PROF", "PWR", "SEGV", "STKFLT", "SYS", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "VTALRM",
      "XCPU", "XFSZ", "RTMIN", "RTMAX",
    ]
  }
}
