extension Language {
  static let toml = Language("TOML", "toml") { SettingsLexer(dialect: .toml).run(&$0) }

  static let ini = Language(
    "INI", "ini conf cfg config properties service systemd desktop editorconfig gitconfig dosini"
  ) { SettingsLexer(dialect: .ini).run(&$0) }

  static let env = Language("Environment", "env dotenv") { SettingsLexer(dialect: .env).run(&$0) }
}

/// Paints settings, one on a line: TOML, INI and its many relatives, files of environment variables.
struct SettingsLexer {
  enum Dialect { case toml, ini, env }

  let dialect: Dialect

  private static let constants = WordTable<Ink>(
    ignoringCase: true, (.number, "true false yes no on off null none inf nan"))

  func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      painter.skipBlanks()
      switch painter.byte {
      case UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "!"): painter.takeLine(.comment)
      case UInt8(ascii: "["): section(&painter)
      default: setting(&painter)
      }
      painter.index = min(painter.index &+ 1, painter.end)
    }
  }

  private func section(_ painter: inout Painter) {
    let end = painter.lineEnd(from: painter.index)
    var stop = painter.index
    while stop < end, painter.code[stop] != UInt8(ascii: "]") { stop &+= 1 }
    while painter[stop] == UInt8(ascii: "]") { stop &+= 1 }
    painter.take(.heading, to: stop)
    values(&painter, to: end)
  }

  /// `key = value`, `key: value`, or a line without a sign.
  private func setting(_ painter: inout Painter) {
    let start = painter.index
    let end = painter.lineEnd(from: start)
    var sign = start
    while sign < end, !isSign(painter.code[sign]) {
      sign = painter.code[sign] == UInt8(ascii: "\"") ? painter.afterQuoted(sign, escape: 0) ?? sign &+ 1 : sign &+ 1
    }
    guard sign < end else { return values(&painter, to: end) }
    var name = start
    if dialect == .env, painter.has("export ", at: start) {
      painter.take(.keyword, 6)
      name = painter.afterBlanks(painter.index)
    }
    painter.paint(dialect == .env ? .variable : .key, from: name, to: painter.trimmed(sign, from: name))
    painter.index = sign &+ 1
    values(&painter, to: end)
  }

  private func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") && dialect == .ini
  }

  private func values(_ painter: inout Painter, to end: Int) {
    let limit = multilineEnd(painter, end)
    painter.inside(limit) { painter in
      painter.skipBlanks()
      // Elsewhere than in TOML, a value is text unless all of it is a number or a constant.
      if dialect != .toml, !isConstant(painter) { return plainValue(&painter) }
      while painter.index < painter.end { token(&painter) }
    }
  }

  /// TOML's long strings go over lines.
  private func multilineEnd(_ painter: borrowing Painter, _ end: Int) -> Int {
    let start = painter.afterBlanks(painter.index)
    let quote = painter[start]
    guard dialect == .toml, painter.has("\"\"\"", at: start) || painter.has("'''", at: start) else { return end }
    var position = start &+ 3
    while position < painter.end {
      if painter[position] == quote, painter[position &+ 1] == quote, painter[position &+ 2] == quote {
        return painter.lineEnd(from: position)
      }
      position &+= 1
    }
    return end
  }

  private func isConstant(_ painter: borrowing Painter) -> Bool {
    let end = painter.trimmed(painter.end, from: painter.index)
    return painter.byte.isDigit && painter.afterNumber(painter.index) == end
      || Self.constants.value(painter.code, painter.index, end) != nil
  }

  private func plainValue(_ painter: inout Painter) {
    let quote = painter.byte
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = painter.afterQuoted(painter.index, escape: UInt8(ascii: "\\"))
    {
      return painter.inside(end) { TemplateLexer.text(.string, expanding: quote == UInt8(ascii: "\""), &$0) }
    }
    TemplateLexer.text(nil, expanding: true, &painter)
  }

  private func token(_ painter: inout Painter) {
    let byte = painter.byte
    switch byte {
    case UInt8(ascii: "#"): painter.takeLine(.comment)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte, &painter)
    case _ where byte.isDigit:
      // Dates and times are numbers here.
      var end = painter.afterNumber(painter.index)
      while painter[end] == UInt8(ascii: "-") || painter[end] == UInt8(ascii: ":") {
        end = painter.afterNumber(end &+ 1)
      }
      painter.take(.number, to: end)
    case _ where byte.startsWord:
      let end = painter.afterWord(painter.index)
      let mark = painter[painter.afterBlanks(end)]
      let ink = mark == UInt8(ascii: "=") ? .key : Self.constants.value(painter.code, painter.index, end)
      if let ink { painter.take(ink, to: end) } else { painter.index = end }
    default: painter.index &+= 1
    }
  }

  private func string(_ quote: UInt8, _ painter: inout Painter) {
    if painter[painter.index &+ 1] == quote, painter[painter.index &+ 2] == quote {
      var end = painter.index &+ 3
      while end < painter.end, painter[end] != quote || painter[end &+ 1] != quote || painter[end &+ 2] != quote {
        end &+= 1
      }
      return painter.take(.string, to: end &+ 3)
    }
    let escape = quote == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : 0
    painter.take(
      .string, to: painter.afterQuoted(painter.index, escape: escape) ?? painter.lineEnd(from: painter.index))
  }
}
