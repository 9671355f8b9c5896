import Source

/// What the builder refuses of the flags of RUN before it evaluates the stage.
struct RunRefusals {
  private let file: Dockerfile
  private let instruction: Instruction

  init(_ file: Dockerfile, _ instruction: Instruction) {
    self.file = file
    self.instruction = instruction
  }

  func check(_ checkFlags: () throws(ValueFault) -> Void) throws(ValueFault) {
    guard !instruction.flags.isEmpty else { return }
    try checkFlags()
    try each("device") { value throws(ValueFault) in try Device.check(value) }
    try each("mount") { value throws(ValueFault) in _ = try MountOption.read(value) }
    try each("network") { value throws(ValueFault) in
      try Self.choose(value, "Network", among: ["default", "none", "host"])
    }
    try each("security") { value throws(ValueFault) in
      try Self.choose(value, "Security", among: ["sandbox", "insecure"])
    }
  }

  /// Checks the value of each flag of a name.
  private func each(_ name: StaticString, _ check: (Bytes) throws(ValueFault) -> Void) throws(ValueFault) {
    for flag in instruction.flags where file[flag.name] == name {
      guard let word = flag.value else { continue }
      guard !file[word].isEmpty else { throw ValueFault("Flag '--\(name)' lacks the value behind '='", at: flag.range) }
      do throws(ValueFault) {
        try check(file[word])
      } catch {
        throw error.located(in: word)
      }
    }
  }

  private static func choose(_ value: Bytes, _ what: String, among known: [String]) throws(ValueFault) {
    guard !known.contains(where: { value.elementsEqual($0.utf8) }) else { return }
    throw ValueFault.unknown(what, value, among: known)
  }
}

/// The value of `--device`: a name, `name=…`, and `required`.
enum Device {
  static func check(_ value: Bytes) throws(ValueFault) {
    var hasName = false
    for field in try CSVFields.read(value) {
      let option = MountOption(field)
      switch option.key.lowercased[...] {
      case "required":
        if let value = option.value { _ = try GoBool.read(value) }
      case "name" where option.value != nil:
        guard !hasName else { throw ValueFault("Device has a name already", at: option.range) }
        hasName = !(option.value?.isEmpty ?? true)
      default:
        guard !hasName else { throw ValueFault("Device option \(field.bytes.quoted) is unknown", at: option.range) }
        hasName = !field.bytes.isEmpty
      }
    }
  }
}
