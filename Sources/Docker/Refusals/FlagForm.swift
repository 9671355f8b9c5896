/// A flag that an instruction takes.
struct FlagForm: Sendable {
  /// What it takes behind `=`.
  enum Kind: Sendable {
    /// Yes or no; alone it means yes.
    case toggle
    /// A text, once.
    case text
    /// A text, as often as it is given.
    case list
  }

  /// Its name, without dashes.
  let name: StaticString
  /// What it takes.
  let kind: Kind

  init(_ name: StaticString, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension Keyword {
  /// The flags that stand behind it.
  ///
  /// Reference: <https://docs.docker.com/reference/dockerfile/>
  var flags: [FlagForm] {
    switch self {
    case .add:
      [
        FlagForm("checksum", .text), FlagForm("chmod", .text), FlagForm("chown", .text), FlagForm("exclude", .list),
        FlagForm("keep-git-dir", .toggle), FlagForm("link", .toggle), FlagForm("unpack", .toggle),
      ]
    case .copy:
      [
        FlagForm("from", .text), FlagForm("chmod", .text), FlagForm("chown", .text), FlagForm("exclude", .list),
        FlagForm("link", .toggle), FlagForm("parents", .toggle),
      ]
    case .from: [FlagForm("platform", .text)]
    case .healthcheck:
      [
        FlagForm("interval", .text), FlagForm("timeout", .text), FlagForm("start-period", .text),
        FlagForm("start-interval", .text), FlagForm("retries", .text),
      ]
    case .run:
      [FlagForm("mount", .list), FlagForm("network", .text), FlagForm("security", .text), FlagForm("device", .list)]
    default: []
    }
  }
}
