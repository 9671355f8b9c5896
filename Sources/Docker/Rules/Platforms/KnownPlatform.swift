import Source

/// What an image is for by its name alone: those of Docker Hub's accounts for one kind of processor, and Windows'.
struct KnownPlatform {
  /// It in words.
  let name: String
  private let os: StaticString
  private let architecture: StaticString?

  /// Whether it is Windows.
  var isWindows: Bool { architecture == nil }

  /// The platform of an image; nothing where its name does not tell.
  init?(of image: ImageReference) {
    let path = image.repository
    if let registry = image.registry, registry == "mcr.microsoft.com" {
      let isWindows = path == "windows" || path.hasPrefix("windows/") || path.hasPrefix("dotnet/framework/")
      guard isWindows else { return nil }
      (name, os, architecture) = ("Windows", "windows", nil)
      return
    }
    guard image.registry.map({ $0 == "docker.io" }) ?? true else { return nil }
    guard let (account, _) = path.cut(at: UInt8(ascii: "/")), let processor = Self.processor(account) else {
      return nil
    }
    (name, os, architecture) = ("'linux/\(processor)'", "linux", processor)
  }

  /// Whether it is a platform that a flag asks for.
  func fits(_ platform: Platform) -> Bool {
    guard platform.os[...] == os else { return false }
    return architecture.map { platform.architecture[...] == $0 } ?? true
  }

  private static func processor(_ account: Bytes) -> StaticString? {
    switch account {
    case "amd64": "amd64"
    case "arm64v8": "arm64"
    case "arm32v5", "arm32v6", "arm32v7": "arm"
    case "i386": "386"
    case "mips64le": "mips64le"
    case "ppc64le": "ppc64le"
    case "riscv64": "riscv64"
    case "s390x": "s390x"
    default: nil
    }
  }
}
