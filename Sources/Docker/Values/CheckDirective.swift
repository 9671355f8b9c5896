public import Source

/// The value of `# check=`: `skip=JSONArgsRecommended,StageNameCasing;error=true`.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#check>
public struct CheckDirective: Sendable {
  /// Which checks are meant.
  public enum Checks: Sendable {
    /// All of them.
    case all
    /// Those with these names.
    case named([Bytes])
  }

  /// The checks that do not run.
  public let skipped: Checks
  /// The experimental checks that run all the same.
  public let experimental: Checks
  /// Whether what they find stops the build.
  public let isError: Bool

  /// The options that the bytes spell.
  public init(_ bytes: Bytes) throws(ValueFault) {
    var skipped = Checks.named([])
    var experimental = Checks.named([])
    var isError = false
    let text = bytes.trimmed
    let options = text.split(separator: UInt8(ascii: ";"), maxSplits: 2, omittingEmptySubsequences: false)
    for option in text.isEmpty ? [] : options {
      guard let (before, after) = option.cut(at: UInt8(ascii: "=")) else {
        throw ValueFault("Check option \(option.quoted) lacks its '=value'", at: option)
      }
      let (key, value) = (before.trimmed, after.trimmed)
      switch key {
      case "skip": skipped = Self.checks(value)
      case "experimental": experimental = Self.checks(value)
      case "error": isError = try GoBool.read(value)
      default: throw ValueFault.unknown("Check option", key, among: ["skip", "experimental", "error"])
      }
    }
    self.skipped = skipped
    self.experimental = experimental
    self.isError = isError
  }

  private static func checks(_ value: Bytes) -> Checks {
    value == "all" ? .all : .named(value.parts(at: UInt8(ascii: ",")).map { $0.trimmed })
  }
}
