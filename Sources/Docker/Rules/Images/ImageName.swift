import Source

/// The name of an image, taken apart as far as it is written: `docker.io/library/node:24-slim@sha256:…`.
struct ImageName {
  /// Its repository, without the parts that may be left out: `node`, `ghcr.io/acme/web`.
  let repository: Bytes
  /// Its tag; empty where it has none.
  let tag: Bytes
  /// Whether it has a digest.
  let hasDigest: Bool

  init(_ image: Bytes) {
    let at = image.firstIndex(of: UInt8(ascii: "@"))
    hasDigest = at != nil
    let name = image[..<(at ?? image.endIndex)]
    let slash = name.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
    let colon = name[slash...].firstIndex(of: UInt8(ascii: ":"))
    tag = colon.map { name[($0 + 1)...] } ?? name[name.endIndex...]
    var repository = name[..<(colon ?? name.endIndex)]
    if repository.hasPrefix("docker.io/") { repository = repository.dropFirst("docker.io/".utf8.count) }
    if repository.hasPrefix("library/") { repository = repository.dropFirst("library/".utf8.count) }
    self.repository = repository
  }

  /// Whether it is that of a distribution or of a language: these leave the user at root, and set no variables but those
  /// of their own tools.
  var isPlain: Bool {
    switch repository {
    case "alpine", "debian", "ubuntu", "fedora", "centos", "rockylinux", "almalinux", "amazonlinux", "oraclelinux",
      "archlinux", "busybox", "scratch", "buildpack-deps", "node", "python", "golang", "rust", "ruby", "php", "perl",
      "openjdk", "eclipse-temurin", "amazoncorretto", "gcc", "swift", "dart", "elixir", "erlang", "haskell", "julia",
      "maven", "gradle", "mcr.microsoft.com/dotnet/aspnet", "mcr.microsoft.com/dotnet/runtime",
      "mcr.microsoft.com/dotnet/sdk", "gcr.io/distroless/static-debian12", "gcr.io/distroless/base-debian12",
      "nvidia/cuda", "oven/bun", "denoland/deno", "pypy", "clojure", "sapmachine", "mono":
      return true
    default: return false
    }
  }

  /// Whether one of the parts of its tag, between hyphens, is `word`.
  func hasVariant(_ word: StaticString) -> Bool {
    tag.split(separator: UInt8(ascii: "-")).contains { $0 == word }
  }
}
