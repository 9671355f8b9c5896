extension Language {
  /// Text with `{{ … }}` in it.
  static let template = Language(
    "Template",
    "gotemplate go-template gotmpl tmpl go-text-template go-html-template tpl jinja jinja2 j2 mustache handlebars liquid"
  ) { painter in TemplateLexer.text(nil, expanding: false, &painter) }
}

/// Paints the templates that stand in other text: `{{ … }}`, and `${…}`, `$(…)` where asked for.
enum TemplateLexer {
  private static let words = WordTable<Ink>(
    (
      .keyword, "if else elsif elif end endif range with define block template include for in endfor break continue not"
    ),
    (.number, "true false nil null"))

  /// Gives the text up to the painter's end an ink (or none) with templates between.
  static func text(_ ink: Ink?, expanding: Bool, _ painter: inout Painter) {
    var start = painter.index
    var from = start
    while from < painter.end {
      let byte = painter.code[from]
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "$") && expanding else {
        from &+= 1
        continue
      }
      painter.index = from
      if let ink, isSpecial(painter) { painter.paint(ink, from: start, to: from) }
      let isPainted = byte == UInt8(ascii: "{") ? action(&painter) : expansion(&painter)
      if isPainted { start = painter.index }
      from = isPainted ? start : from &+ 1
    }
    painter.index = painter.end
    if let ink { painter.paint(ink, from: start, to: painter.end) }
  }

  private static func isSpecial(_ painter: borrowing Painter) -> Bool {
    let next = painter[painter.index &+ 1]
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "(") || next.startsWord
  }

  /// `${NAME}`, `$(NAME)` or `$NAME`.
  private static func expansion(_ painter: inout Painter) -> Bool {
    let open = painter[painter.index &+ 1]
    if open.isUppercase || open == UInt8(ascii: "_") {
      painter.take(.variable, to: painter.afterWord(painter.index &+ 1))
      return true
    }
    guard open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return false }
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    let stop = min(painter.end, painter.index + 256)
    var end = painter.index &+ 2
    while end < stop, painter.code[end] != close, painter.code[end] != UInt8(ascii: "\n") {
      // Another start before the end: this one is only text.
      if painter.code[end] == UInt8(ascii: "$"), painter[end &+ 1] == open { return false }
      end &+= 1
    }
    guard end < stop, painter.code[end] == close else { return false }
    painter.take(.variable, to: end &+ 1)
    return true
  }

  /// Paints `{{ … }}` or `{% … %}`; says whether there was one.
  static func action(_ painter: inout Painter) -> Bool {
    let mark = painter[painter.index &+ 1]
    guard mark == UInt8(ascii: "{") || mark == UInt8(ascii: "%") else { return false }
    guard let end = actionEnd(mark, &painter) else { return false }
    var start = painter.index &+ 2
    if painter[start] == UInt8(ascii: "-") { start &+= 1 }
    let text = painter.afterBlanks(start)
    if painter[text] == UInt8(ascii: "!") || painter.has("/*", at: text) {
      painter.take(.comment, to: end)
      return true
    }
    painter.take(.option, to: start)
    let close = painter.code[end - 3] == UInt8(ascii: "-") && end - 3 >= start ? end - 3 : end - 2
    painter.inside(close) { painter in
      while painter.index < painter.end { token(&painter) }
    }
    painter.take(.option, to: end)
    return true
  }

  /// The place after `}}` or `%}`.
  private static func actionEnd(_ mark: UInt8, _ painter: inout Painter) -> Int? {
    let close: UInt8 = mark == UInt8(ascii: "{") ? UInt8(ascii: "}") : mark
    let stop = min(painter.end, painter.index + 2048)
    var position = painter.index &+ 2
    while position &+ 1 < stop {
      if painter.code[position] == close, painter.code[position &+ 1] == UInt8(ascii: "}") { return position &+ 2 }
      // Another start before the end: this one is only text.
      if painter.code[position] == UInt8(ascii: "{"), painter.code[position &+ 1] == mark { return nil }
      position &+= 1
    }
    return nil
  }

  private static func token(_ painter: inout Painter) {
    let byte = painter.byte
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      let end = painter.afterQuoted(painter.index, escape: UInt8(ascii: "\\")) ?? painter.end
      painter.take(.string, to: end)
    case UInt8(ascii: "."), UInt8(ascii: "$"):
      var end = painter.index &+ 1
      while painter[end].continuesWord || painter[end] == UInt8(ascii: ".") { end &+= 1 }
      painter.take(.variable, to: end)
    case _ where byte.isDigit: painter.take(.number, to: painter.afterNumber(painter.index))
    case _ where byte.startsWord:
      let end = painter.afterWord(painter.index)
      painter.take(words.value(painter.code, painter.index, end) ?? .function, to: end)
    default: painter.index &+= 1
    }
  }
}
