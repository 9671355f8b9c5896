import Shell
import Source

/// A call of a package manager, as the manager reads it.
struct PackageCall: Sendable {
  /// The call.
  let call: Call
  /// The program, without folders: `apt-get`, `pip3`.
  let program: Bytes
  /// The word in front of the command that says of what it is: `module` of `dnf module install`.
  private(set) var subject: Script.Word?
  /// What it does: `install`. A call may lack one: `yarn`.
  private(set) var command: Script.Word?
  /// What stands behind the command and is no flag.
  private(set) var operands: [Script.Word] = []
  /// The flags, also those in front of the command.
  private(set) var flags: [Flag] = []

  /// A flag, without dashes.
  struct Flag: Sendable {
    /// Its name, or one letter.
    let name: Bytes
    /// Its value; nothing where it has none.
    let value: Bytes?
  }

  /// The call where it is one of `manager`.
  init?(_ call: Call, of manager: PackageManager) {
    let name = call[call.nameWord].lastComponent
    var arguments = call.arguments
    if let module = manager.module, name.isVersioned("python") {
      guard let index = PackageCall.index(behindModule: module, in: call) else { return nil }
      arguments = arguments[index...]
      program = call[call.arguments[index - 1]]
    } else {
      guard manager.isProgram(name) else { return nil }
      program = name
    }
    self.call = call
    read(arguments, of: manager)
  }

  /// Where what follows `-m module` begins among the arguments of `python`.
  private static func index(behindModule module: StaticString, in call: Call) -> Int? {
    guard let flag = call.arguments.firstIndex(where: { call[$0] == "-m" }) else { return nil }
    let index = flag + 1
    guard index < call.arguments.endIndex, call[call.arguments[index]] == module else { return nil }
    return index + 1
  }

  private mutating func read(_ arguments: ArraySlice<Script.Word>, of manager: PackageManager) {
    var index = arguments.startIndex
    while index < arguments.endIndex {
      let text = call[arguments[index]]
      if text == "--" {
        guard !manager.endsAtDashes else { return }
        for word in arguments[(index + 1)...] { add(operand: word, of: manager) }
        return
      }
      if text.count > 1, text.first == UInt8(ascii: "-") || text.hasTypographicDash {
        let next = index + 1 < arguments.endIndex ? call[arguments[index + 1]] : nil
        if add(flag: text, next: next, of: manager) { index += 1 }
      } else {
        add(operand: arguments[index], of: manager)
      }
      index += 1
    }
  }

  private mutating func add(operand word: Script.Word, of manager: PackageManager) {
    if command != nil {
      operands.append(word)
    } else if subject == nil, call[word].isAny(of: manager.subjects) {
      subject = word
    } else {
      command = word
    }
  }

  /// Adds the flags of a word; whether the last takes the next word as its value.
  private mutating func add(flag text: Bytes, next: Bytes?, of manager: PackageManager) -> Bool {
    let isLong = text.hasPrefix("--") || text.hasTypographicDash
    let body = text.dropFirst(text.hasTypographicDash ? 3 : isLong ? 2 : 1)
    if isLong || manager.flagStyle == .words {
      let name = body.prefix { $0 != UInt8(ascii: "=") }
      let takesNext = name.count == body.count && name.isAny(of: manager.valueFlags)
      let given = name.count < body.count ? body[name.endIndex...].dropFirst() : nil
      flags.append(Flag(name: name, value: takesNext ? next : given))
      return takesNext
    }
    for index in body.indices {
      let letter = body[index...index]
      let rest = body[(index + 1)...]
      let takesValue = letter.isAny(of: manager.valueFlags)
      guard takesValue || rest.first == UInt8(ascii: "=") else {
        flags.append(Flag(name: letter, value: nil))
        continue
      }
      let value = rest.first == UInt8(ascii: "=") ? rest.dropFirst() : rest
      flags.append(Flag(name: letter, value: rest.isEmpty ? next : value))
      return rest.isEmpty
    }
    return false
  }
}

extension PackageCall {
  /// Whether it is one of these commands.
  func does(_ commands: [StaticString]) -> Bool {
    guard let command else { return false }
    return call[command].isAny(of: commands)
  }

  /// Whether what it does is about `subject`: `module` of `dnf module install`.
  func isAbout(_ subjects: StaticString...) -> Bool {
    guard let subject else { return false }
    return call[subject].isAny(of: subjects)
  }

  /// Whether one of these flags is given.
  func hasFlag(_ names: StaticString...) -> Bool {
    flags.contains { $0.name.isAny(of: names) }
  }

  /// The value of the first of these flags that has one.
  func value(of names: StaticString...) -> Bytes? {
    flags.lazy.compactMap { $0.name.isAny(of: names) ? $0.value : nil }.first
  }

  /// What it is in messages: `apt-get install`.
  var title: String {
    let words = [subject, command].compactMap { $0.map { call[$0].string } }
    return ([program.string] + words).joined(separator: " ")
  }

  /// Where a finding about all of it stands: on its command.
  var place: SourceRange { (command ?? call.nameWord).range }
}

extension Bytes {
  /// Whether it begins with an en dash or an em dash, which a word processor made of two plain ones.
  fileprivate var hasTypographicDash: Bool { hasPrefix("–") || hasPrefix("—") }
}
