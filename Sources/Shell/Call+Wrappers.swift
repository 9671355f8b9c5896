import Source

extension Script {
  /// The simple commands that run something, in the order in which they begin; those in substitutions, loops and the like
  /// too.
  public var calls: [Call] {
    tables.commands.compactMap { Call(self, $0) }
  }

  /// The simple command as a call; nothing where it runs nothing, or is compound.
  public func call(_ command: Command) -> Call? {
    Call(self, command)
  }
}

extension Call {
  /// What is run in the end, where this only runs another command: `apt-get update` of `sudo -E env A=b apt-get update`.
  /// The call itself where it is no such thing.
  public var unwrapped: Call {
    var call = self
    while let inner = call.inner { call = inner }
    return call
  }

  /// The command that this one runs, where it is one that runs another.
  public var inner: Call? {
    guard let wrapper = Wrapper(name) else { return nil }
    let words = arguments
    var index = words.startIndex
    while index < words.endIndex {
      let text = script[words[index]]
      // This only says what a command is.
      if name == "command", text == "-v" || text == "-V" { return nil }
      if text == "--" {
        index += 1
        break
      }
      guard text.isFlag else {
        guard wrapper.takesAssignments, text.isAssignment else { break }
        index += 1
        continue
      }
      let takesNext = wrapper.valueFlags.contains { $0 == text.last } && text.count == 2
      index += takesNext ? 2 : 1
    }
    return Call(script, command, skipping: nameIndex + 1 + index - words.startIndex + wrapper.operands)
  }
}

/// A program or builtin that runs the command behind it.
private struct Wrapper {
  /// The letters of its flags that take the next word as their value.
  var valueFlags: [UInt8] = []
  /// Whether `NAME=value` may stand in front of the command.
  var takesAssignments = false
  /// How many words of its own stand in front of the command.
  var operands = 0

  init?(_ name: Bytes) {
    switch name {
    case "command", "builtin", "nohup", "setsid", "time", "eatmydata": break
    case "exec": valueFlags = [UInt8(ascii: "a")]
    case "nice": valueFlags = [UInt8(ascii: "n")]
    case "sudo", "doas":
      valueFlags = Array("ugpCDhRrTt".utf8)
      takesAssignments = true
    case "env":
      valueFlags = Array("uCS".utf8)
      takesAssignments = true
    case "timeout":
      valueFlags = Array("ks".utf8)
      operands = 1
    default: return nil
    }
  }
}

extension Bytes {
  /// Whether it is `NAME=value`.
  var isAssignment: Bool {
    let name = prefix { $0.isNameByte }
    guard let first = name.first, !first.isDigit, name.endIndex < endIndex else { return false }
    return self[name.endIndex] == UInt8(ascii: "=")
  }
}
