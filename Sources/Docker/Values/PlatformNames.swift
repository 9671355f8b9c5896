import Source

/// The names of systems and processors.
extension Platform {
  /// The name and variant of a processor in Go's words.
  static func processor(_ name: Bytes, variant: Bytes) -> (architecture: [UInt8], variant: [UInt8]) {
    let name = name.lowercased
    let variant = variant.lowercased
    switch name[...] {
    case "i386": return (Array("386".utf8), [])
    case "x86_64", "x86-64", "amd64": return (Array("amd64".utf8), variant[...] == "v1" ? [] : variant)
    case "aarch64", "arm64":
      return (Array("arm64".utf8), variant[...] == "8" || variant[...] == "v8" ? [] : variant)
    case "armhf": return (Array("arm".utf8), Array("v7".utf8))
    case "armel": return (Array("arm".utf8), Array("v6".utf8))
    case "arm": return (name, armVariant(variant))
    default: return (name, variant)
    }
  }

  private static func armVariant(_ variant: [UInt8]) -> [UInt8] {
    switch variant[...] {
    case "", "7": Array("v7".utf8)
    case "5", "6", "8": [UInt8(ascii: "v")] + variant
    default: variant
    }
  }

  /// Whether it is a system that Go knows.
  static func isSystem(_ name: Bytes) -> Bool {
    switch name {
    case "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
      "openbsd", "plan9", "solaris", "windows", "zos":
      true
    default: false
    }
  }

  /// Whether it is a processor that Go knows.
  static func isProcessor(_ name: Bytes) -> Bool {
    switch name {
    case "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips",
      "mipsle", "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "riscv", "riscv64", "s390", "s390x", "sparc",
      "sparc64", "wasm":
      true
    default: false
    }
  }
}
