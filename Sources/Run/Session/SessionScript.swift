import Source

/// A text for a shell that gives it the commands of a session one after the other, and tells after each what it ended
/// with.
///
/// It is one shell: what a command does to variables and to the working directory counts for the next.
package struct SessionScript: Sendable {
  /// The text.
  package let text: String
  private let mark: [UInt8]

  /// What a command printed, and its exit code; no code where the shell ended before it.
  package struct Part: Sendable, Equatable {
    /// What it printed.
    package let output: [UInt8]
    /// What it ended with.
    package let code: Int?
  }

  /// Gives a shell `commands`.
  ///
  /// - Parameter mark: A word that no command prints.
  package init(_ commands: [[UInt8]], mark: String) {
    self.mark = Array("\n\(mark) ".utf8)
    var text =
      "exec 2>&1\nrutter_end() { rutter_code=$?; printf '\\n%s %s\\n' \(mark) \"$rutter_code\"; return \"$rutter_code\"; }\n"
    text += "trap rutter_end EXIT\n"
    for command in commands {
      // A mistake in the syntax of one must not keep the shell from reading the others.
      text += "command eval \(EngineCommand.quoted(command[...].string))\nrutter_end\n"
    }
    self.text = text
  }

  /// Whether the shell has told at least once how a command ended. Only one that was replaced by a program does not.
  func hasEnded(_ output: [UInt8]) -> Bool {
    output[...].firstRange(of: mark) != nil
  }

  /// What each of `count` commands printed, of all that the shell did.
  package func parts(of output: [UInt8], count: Int) -> [Part] {
    var parts: [Part] = []
    var rest = output[...]
    while parts.count < count {
      guard let place = rest.firstRange(of: mark) else {
        if !rest.isEmpty || parts.isEmpty { parts.append(Part(output: Array(rest), code: nil)) }
        break
      }
      let behind = rest[place.upperBound...]
      let end = behind.firstIndex(of: UInt8(ascii: "\n")) ?? behind.endIndex
      parts.append(Part(output: Array(rest[..<place.lowerBound]), code: Int(behind[..<end].string)))
      rest = behind[min(end + 1, behind.endIndex)...]
    }
    return parts
  }
}

extension Bytes {
  /// Where other bytes stand first.
  func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first else { return nil }
    var index = startIndex
    while index + wanted.count <= endIndex {
      guard let next = self[index...].firstIndex(of: first), next + wanted.count <= endIndex else { return nil }
      if self[next..<(next + wanted.count)].elementsEqual(wanted) { return next..<(next + wanted.count) }
      index = next + 1
    }
    return nil
  }

  /// The bytes with others in the place of each occurrence.
  func replacing(_ wanted: [UInt8], with other: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = self
    while let place = rest.firstRange(of: wanted) {
      result += rest[..<place.lowerBound] + other
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
