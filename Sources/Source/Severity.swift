/// How much a finding matters.
public enum Severity: UInt8, Comparable, CaseIterable, Sendable {
  /// A matter of taste, or something to know.
  case info
  /// Likely not what was meant.
  case warning
  /// Something that does not work.
  case error

  /// The word that stands in reports: `info`, `warning` or `error`.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Less important before more important.
  public static func < (one: Severity, other: Severity) -> Bool {
    one.rawValue < other.rawValue
  }
}
