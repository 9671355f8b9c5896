extension Language {
  static let dockerfile = Language("Dockerfile", "dockerfile docker containerfile buildkit") { painter in
    var lexer = DockerfileLexer()
    lexer.run(&painter)
  }
}

/// Paints Dockerfiles: instruction by instruction, each over all the lines that belong to it.
struct DockerfileLexer {
  /// How an instruction's arguments are written.
  enum Arguments: UInt8, Sendable {
    case image, command, files, pairs, variables, ports, health, instruction, words
  }

  static let instructions = WordTable<Arguments>(
    ignoringCase: true,
    (.image, "from"), (.command, "run cmd entrypoint shell"), (.files, "copy add"), (.pairs, "env label"),
    (.variables, "arg"), (.ports, "expose"), (.health, "healthcheck"), (.instruction, "onbuild"),
    (.words, "workdir user volume stopsignal maintainer"))

  /// The escape character; a directive can make it a backtick.
  var escape = UInt8(ascii: "\\")
  /// Whether directives (`# syntax=…`) are still possible.
  private var isHead = true
  /// The names of the stages so far.
  var stages: [Range<Int>] = []
  var heredocs: [Heredoc] = []

  mutating func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      let start = painter.index
      painter.skipBlanks()
      switch painter.byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): painter.index &+= 1
      case UInt8(ascii: "#"): comment(&painter)
      default: instruction(&painter)
      }
      if painter.index == start { painter.index &+= 1 }
    }
  }

  private mutating func comment(_ painter: inout Painter) {
    let name = painter.afterBlanks(painter.index &+ 1)
    let sign = painter.afterBlanks(painter.afterWord(name))
    guard isHead, painter[sign] == UInt8(ascii: "="), isDirective(painter, name) else {
      isHead = false
      return painter.takeLine(.comment)
    }
    painter.take(.comment, to: name)
    painter.take(.keyword, to: painter.afterWord(name))
    painter.index = painter.afterBlanks(sign &+ 1)
    if painter.has("escape", at: name), painter.byte == UInt8(ascii: "`") { escape = UInt8(ascii: "`") }
    painter.takeLine(.string)
  }

  private func isDirective(_ painter: borrowing Painter, _ name: Int) -> Bool {
    painter.has("syntax", at: name) || painter.has("escape", at: name) || painter.has("check", at: name)
  }

  private mutating func instruction(_ painter: inout Painter) {
    isHead = false
    let limit = logicalEnd(painter)
    var arguments = keyword(&painter)
    if arguments == .instruction {
      painter.skipBlanks()
      arguments = keyword(&painter)
    }
    painter.inside(limit) { self.arguments(arguments, &$0) }
    let texts = heredocs
    heredocs = []
    guard !texts.isEmpty else { return }
    if painter.byte == UInt8(ascii: "\n") { painter.index &+= 1 }
    for heredoc in texts { heredoc.paintText(&painter) }
  }

  /// Paints the instruction's name. A fragment may have lines that are none; they stay plain.
  private func keyword(_ painter: inout Painter) -> Arguments? {
    let end = painter.afterWord(painter.index)
    let next = painter[end]
    guard let found = Self.instructions.value(painter.code, painter.index, end), next.isSpace || next == 0 else {
      return nil
    }
    painter.take(.keyword, to: end)
    return found
  }

  /// Where the instruction ends: at the first line feed that is not escaped, comments and empty lines left aside.
  private func logicalEnd(_ painter: borrowing Painter) -> Int {
    var end = painter.lineEnd(from: painter.index)
    while end < painter.end {
      let last = painter.trimmed(end, from: painter.index)
      guard last > painter.index, painter.code[last - 1] == escape else { return end }
      var next = end &+ 1
      while let skipped = emptyOrComment(painter, at: next) { next = skipped }
      guard next < painter.end else { return painter.end }
      end = painter.lineEnd(from: next)
    }
    return end
  }

  /// The start of the line after `line`, if that is empty or a comment.
  private func emptyOrComment(_ painter: borrowing Painter, at line: Int) -> Int? {
    guard line < painter.end else { return nil }
    let first = painter.afterBlanks(line)
    let byte = painter[first]
    if byte == UInt8(ascii: "\n") { return first &+ 1 }
    if byte == UInt8(ascii: "\r"), painter[first &+ 1] == UInt8(ascii: "\n") { return first &+ 2 }
    return byte == UInt8(ascii: "#") ? painter.lineEnd(from: first) &+ 1 : nil
  }
}
