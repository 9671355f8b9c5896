public import Source

/// What an image runs on: `linux/amd64`, `linux/arm/v7`, in the names that Go uses for it.
///
/// Reference: `platforms.Parse` and `platforms.Normalize` of containerd.
public struct Platform: Equatable, Sendable {
  /// The operating system: `linux`, `windows`.
  public let os: [UInt8]
  /// The processor: `amd64`, `arm64`.
  public let architecture: [UInt8]
  /// The kind of that processor, such as `v7`; empty for the usual one.
  public let variant: [UInt8]

  /// Linux on the processor that most machines have.
  public static let usual = Platform(os: Array("linux".utf8), architecture: Array("amd64".utf8), variant: [])

  init(os: [UInt8], architecture: [UInt8], variant: [UInt8]) {
    self.os = os
    self.architecture = architecture
    self.variant = variant
  }

  /// The platform that the bytes name: a system, a processor, or both and a variant; what is left out is taken from
  /// `native`.
  public init(_ bytes: Bytes, native: Platform = .usual) throws(ValueFault) {
    guard !bytes.isEmpty else { throw ValueFault("Platform '' is empty", at: bytes) }
    let parts = bytes.parts(at: UInt8(ascii: "/"))
    for (index, part) in parts.enumerated() { try Self.check(part, isFirst: index == 0, in: bytes) }
    let first = parts[0].prefix { $0 != UInt8(ascii: "(") }
    let system = first.equalsIgnoringCase("macos") ? Array("darwin".utf8) : first.lowercased
    switch parts.count {
    case 1:
      let (architecture, variant) = Self.processor(first, variant: [])
      if Self.isSystem(system[...]) {
        self.init(os: system, architecture: native.architecture, variant: native.variant)
      } else if Self.isProcessor(architecture[...]), first.count == bytes.count {
        self.init(
          os: native.os, architecture: architecture, variant: Self.spelled(variant, of: architecture, isGiven: false))
      } else {
        throw Self.unknown(bytes)
      }
    case 2, 3:
      let (architecture, variant) = Self.processor(parts[1], variant: parts.count == 3 ? parts[2] : [])
      self.init(
        os: system, architecture: architecture,
        variant: Self.spelled(variant, of: architecture, isGiven: parts.count == 3))
    default:
      throw ValueFault("Platform \(bytes.quoted) has more than three parts", at: bytes)
    }
  }

  /// The variant as it is shown: the usual one only where it is written.
  private static func spelled(_ variant: [UInt8], of architecture: [UInt8], isGiven: Bool) -> [UInt8] {
    if isGiven { return architecture[...] == "arm64" && variant.isEmpty ? Array("v8".utf8) : variant }
    return architecture[...] == "arm" && variant[...] == "v7" ? [] : variant
  }

  /// The same with the variant that an image of it has: `v7` for `arm`, none for `arm64/v8`.
  public var normalized: Platform {
    let (architecture, variant) = Self.processor(architecture[...], variant: variant[...])
    return Platform(os: os, architecture: architecture, variant: variant)
  }

  /// It as one text: `linux/arm/v7`.
  public var text: [UInt8] {
    os + [UInt8(ascii: "/")] + architecture + (variant.isEmpty ? [] : [UInt8(ascii: "/")] + variant)
  }

  /// Letters, digits and a few marks; the first part may have a version and features in brackets.
  private static func check(_ part: Bytes, isFirst: Bool, in bytes: Bytes) throws(ValueFault) {
    var name = part
    if isFirst, part.last == UInt8(ascii: ")"), let (before, options) = part.cut(at: UInt8(ascii: "(")) {
      name = options.dropLast().allSatisfy({ isMark($0) || isOne($0, of: ".+%") }) ? before : part
    }
    guard name.isEmpty || !name.allSatisfy({ isMark($0) || !isFirst && $0 == UInt8(ascii: ".") }) else { return }
    throw ValueFault(
      part.isEmpty
        ? "Platform \(bytes.quoted) has an empty part" : "Platform \(bytes.quoted) is none; write one as 'linux/amd64'",
      at: bytes)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte.isNameByte || byte == UInt8(ascii: "-")
  }

  private static func isOne(_ byte: UInt8, of marks: StaticString) -> Bool {
    marks.withUTF8Buffer { unsafe $0.contains(byte) }
  }

  private static func unknown(_ bytes: Bytes) -> ValueFault {
    let known = ["linux", "windows", "darwin", "amd64", "arm64", "arm", "386", "riscv64", "ppc64le", "s390x"]
    let meant = Suggestion.nearest(to: bytes.string, among: known)
    let hint = meant.map { ", did you mean '\($0)'?" } ?? "; write one as 'linux/amd64'"
    return ValueFault("Platform \(bytes.quoted) is unknown\(hint)", at: bytes, meaning: meant)
  }
}
