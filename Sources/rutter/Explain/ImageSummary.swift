import Docker
import Source

extension ImageConfig {
  /// What the image says, a line for each thing, with Docker's names for it.
  var summary: [(name: String, value: String)] {
    var rows: [(name: String, value: String)] = []
    func add(_ name: String, _ values: [String]) {
      for (index, value) in values.enumerated() where !value.isEmpty { rows.append((index == 0 ? name : "", value)) }
    }
    let commands = { (words: [Bytes]?) in words.map { [$0.map(\.string.quotedForShell).joined(separator: " ")] } ?? [] }
    add("Env", environment.map { "\($0.name.string)=\($0.value.string)" })
    add("Entrypoint", commands(entrypoint))
    add("Cmd", commands(command))
    add("WorkingDir", [workingDirectory.string])
    add("User", [user.string])
    add("ExposedPorts", [exposedPorts.map(\.string).joined(separator: " ")])
    add("Volumes", volumes.map(\.string))
    add("Labels", labels.map { "\($0.name.string)=\($0.value.string)" })
    add("StopSignal", [stopSignal.string])
    add("Shell", commands(shell.isEmpty ? nil : shell))
    add("OnBuild", onBuild.map(\.string))
    add("Healthcheck", commands(healthCheck?.test))
    return rows
  }
}

extension String {
  /// It as one word of a shell's command line.
  var quotedForShell: String {
    let isPlain = { (byte: UInt8) in byte.isNameByte || "-./:=@%+,".utf8.contains(byte) }
    if !isEmpty, utf8.allSatisfy(isPlain) { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// It in one line of at most so many characters, with single blanks.
  func excerpt(_ count: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= count ? line : line.prefix(count - 1) + "…"
  }

  /// It with blanks behind it.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// It with blanks before it.
  func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension Platform {
  /// It as one text: `linux/arm/v7`.
  var name: String { String(decoding: text, as: UTF8.self) }
}
