import Source

/// Puts the options of a mount together, in their order.
struct MountReader {
  private let options: [MountOption]
  private var mount = Mount()
  private var saysReadOnly = false

  init(_ options: [MountOption]) {
    self.options = options
  }

  mutating func read() throws(ValueFault) -> Mount {
    for option in options {
      let key = option.key.lowercased[...]
      if let value = option.value {
        do throws(ValueFault) {
          try take(key, value, option)
        } catch {
          throw Self.located(error, value, option)
        }
      } else {
        try takeBare(key, option)
      }
    }
    if !saysReadOnly { mount.isReadOnly = mount.kind != .cache && mount.kind != .tmpfs }
    try check()
    return mount
  }

  /// A fault in a value stands where the value does, or at the value where that was made from variables.
  private static func located(_ fault: ValueFault, _ value: Bytes, _ option: MountOption) -> ValueFault {
    let isInside = fault.range.start >= option.range.start && fault.range.end <= option.range.end
    return isInside && value.range == option.valueRange ? fault : fault.moved(to: option.valueRange)
  }

  private mutating func takeBare(_ key: Bytes, _ option: MountOption) throws(ValueFault) {
    switch key {
    case "ro", "readonly": setReadOnly(true)
    case "rw", "readwrite": setReadOnly(false)
    case "required":
      try ask(for: .secret, .ssh, option)
      mount.isRequired = true
    case "": throw ValueFault("Mount option '' is empty", at: option.range)
    default: throw ValueFault("Mount option \(option.key.quoted) lacks its '=value'", at: option.range)
    }
  }

  private mutating func setReadOnly(_ isReadOnly: Bool) {
    mount.isReadOnly = isReadOnly
    saysReadOnly = true
  }

  private mutating func take(_ key: Bytes, _ value: Bytes, _ option: MountOption) throws(ValueFault) {
    switch key {
    case "type": mount.kind = try Self.kind(value)
    case "from": mount.from = value
    case "source", "src": mount.source = value
    case "target", "dst", "destination": mount.target = value
    case "id": mount.id = value
    case "env": mount.environment = value
    case "ro", "readonly": setReadOnly(try GoBool.read(value))
    case "rw", "readwrite": setReadOnly(!(try GoBool.read(value)))
    case "required":
      try ask(for: .secret, .ssh, option)
      mount.isRequired = try GoBool.read(value)
    case "size":
      try ask(for: .tmpfs, .tmpfs, option)
      mount.size = try ByteSize(value)
    case "sharing": mount.sharing = try Self.sharing(value)
    case "mode": mount.mode = try Self.number(value, base: 8, "Mode \(value.quoted) is no octal number")
    case "uid": mount.user = try Self.number(value, base: 10, "User \(value.quoted) is no number")
    case "gid": mount.group = try Self.number(value, base: 10, "Group \(value.quoted) is no number")
    default: throw Self.unknown(option)
    }
  }

  private static func number(
    _ value: Bytes, base: UInt64, _ message: @autoclosure () -> String
  ) throws(ValueFault) -> UInt32 {
    guard let number = value.unsigned(base: base, upTo: UInt64(UInt32.max)) else {
      throw ValueFault(message(), at: value)
    }
    return UInt32(number)
  }

  private static func kind(_ value: Bytes) throws(ValueFault) -> Mount.Kind {
    switch value.lowercased[...] {
    case "bind": return .bind
    case "cache": return .cache
    case "tmpfs": return .tmpfs
    case "secret": return .secret
    case "ssh": return .ssh
    default: throw ValueFault.unknown("Mount type", value, among: ["bind", "cache", "tmpfs", "secret", "ssh"])
    }
  }

  private static func sharing(_ value: Bytes) throws(ValueFault) -> Mount.Sharing {
    switch value.lowercased[...] {
    case "shared": return .shared
    case "private": return .private
    case "locked": return .locked
    default: throw ValueFault.unknown("Sharing", value, among: ["shared", "private", "locked"])
    }
  }

  private static func unknown(_ option: MountOption) -> ValueFault {
    let known = [
      "type", "from", "source", "target", "readonly", "readwrite", "id", "sharing", "required", "size", "mode", "uid",
      "gid", "env", "src", "dst", "destination", "ro", "rw",
    ]
    let meant = Suggestion.nearest(to: option.key.string, among: known)
    let hint = meant.map { ", did you mean '\($0)'?" } ?? ""
    return ValueFault("Mount option \(option.key.quoted) is unknown\(hint)", at: option.keyRange, meaning: meant)
  }
}

/// What options the types take.
extension MountReader {
  /// Complains of an option that another type takes, or the type that stands too far behind it.
  private func ask(for kind: Mount.Kind, _ other: Mount.Kind, _ option: MountOption) throws(ValueFault) {
    guard mount.kind != kind, mount.kind != other else { return }
    let isLater = options.contains { later in
      later.range.start > option.range.start && later.key.equalsIgnoringCase("type")
        && (later.value ?? []).elementsEqual(kind.name.description.utf8)
    }
    let message =
      isLater
      ? "Mount option \(option.key.quoted) stands before 'type=\(kind.name)'; the type comes first"
      : "Mount option \(option.key.quoted) is none of type '\(mount.kind.name)'"
    throw ValueFault(message, at: option.keyRange)
  }

  private func check() throws(ValueFault) {
    if mount.kind == .bind || mount.kind == .tmpfs {
      try refuse("mode", where: mount.mode != nil)
      try refuse("uid", where: mount.user != nil)
      try refuse("gid", where: mount.group != nil)
    }
    if mount.kind == .secret {
      try refuse("from", where: !mount.from.isEmpty)
      guard !mount.source.isEmpty || !mount.target.isEmpty || !mount.id.isEmpty else {
        throw ValueFault("Mount of type 'secret' lacks an 'id'", at: whole)
      }
      guard mount.source.isEmpty || mount.id.isEmpty else {
        throw ValueFault("Mount of a secret has both 'source' and 'id', which are the same", at: place(of: "id"))
      }
    }
    if mount.kind != .cache { try refuse("sharing", where: mount.sharing != nil) }
  }

  private func refuse(_ key: StaticString, where isGiven: Bool) throws(ValueFault) {
    guard isGiven else { return }
    throw ValueFault("Mount option '\(key)' is none of type '\(mount.kind.name)'", at: place(of: key))
  }

  private func place(of key: StaticString) -> SourceRange {
    options.last { $0.key.equalsIgnoringCase(key) }?.keyRange ?? whole
  }

  private var whole: SourceRange {
    SourceRange(options.first?.range.start ?? 0, options.last?.range.end ?? 0)
  }
}
