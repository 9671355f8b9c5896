import Source

/// Reads the directives at the top of a file.
///
/// They end with the first line that is none, be it a comment or blank.
struct DirectiveReader {
  private let source: SourceText
  private var isOver = false
  private(set) var found: [Directive] = []
  /// The escape character that is in force.
  private(set) var escape = UInt8(ascii: "\\")

  init(_ source: SourceText) {
    self.source = source
  }

  /// No directive may follow.
  mutating func end() {
    isOver = true
  }

  /// Takes a comment if it is a directive; otherwise no further one may be.
  mutating func take(_ range: SourceRange, _ problems: inout Problems) -> Bool {
    guard !isOver, let (name, value) = Self.assignment(source.bytes(range)), let key = Self.key(name) else {
      isOver = true
      return false
    }
    if found.contains(where: { $0.key == key }) {
      problems.report("Second directive '\(name.string)', where one is allowed", at: source.place(name.range))
    }
    if key == .escape { setEscape(value, &problems) }
    if key == .check { readOptions(value, &problems) }
    found.append(Directive(key: key, value: value.range, range: range))
    return true
  }

  private mutating func setEscape(_ value: Bytes, _ problems: inout Problems) {
    if value == "`" || value == "\\" {
      escape = value[value.startIndex]
    } else {
      problems.report(
        "Escape character '\(value.string)', where only '\\' and '`' are allowed", at: source.place(value.range))
    }
  }

  /// Says what is wrong with the value of a check directive, which ends at the first space.
  private func readOptions(_ value: Bytes, _ problems: inout Problems) {
    do throws(ValueFault) {
      _ = try CheckDirective(value.prefix { !$0.isSpace })
    } catch {
      problems.report(error.message, at: source.place(error.range))
    }
  }

  private static func key(_ name: Bytes) -> Directive.Key? {
    if name.equalsIgnoringCase("syntax") { return .syntax }
    if name.equalsIgnoringCase("escape") { return .escape }
    return name.equalsIgnoringCase("check") ? .check : nil
  }

  /// The sides of `# name = value`; nothing where a comment has no such form.
  static func assignment(_ comment: Bytes) -> (name: Bytes, value: Bytes)? {
    let content = comment.dropFirst().drop { $0.isSpace }
    let name = content.prefix { $0.isLetter || $0.isDigit }
    guard let first = name.first, first.isLetter else { return nil }
    let rest = content[name.endIndex...].drop { $0.isSpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().trimmed
    return value.isEmpty ? nil : (name, value)
  }
}
