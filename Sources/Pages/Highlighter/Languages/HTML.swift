extension Language {
  static let html = Language("HTML", "html xml svg xhtml htm vue svelte rss atom plist pom") { painter in
    while painter.index < painter.end { HTMLLexer.token(&painter) }
  }
}

/// Paints HTML and XML, with the scripts and styles in them.
enum HTMLLexer {
  static func token(_ painter: inout Painter) {
    switch painter.byte {
    case UInt8(ascii: "<"): markup(&painter)
    case UInt8(ascii: "&"): entity(&painter)
    case UInt8(ascii: "{"): if !TemplateLexer.action(&painter) { painter.index &+= 1 }
    default: painter.index &+= 1
    }
  }

  private static func markup(_ painter: inout Painter) {
    let start = painter.index
    if painter.has("<!--", at: start) {
      painter.take(.comment, to: after("-->", from: start &+ 4, painter))
    } else if painter.has("<![CDATA[", at: start) {
      painter.take(.string, to: after("]]>", from: start &+ 9, painter))
    } else if painter.has("<!", at: start) || painter.has("<?", at: start) {
      painter.take(.keyword, to: after(">", from: start &+ 2, painter))
    } else {
      tag(&painter)
    }
  }

  /// The place after the next `mark`, or the end.
  private static func after(_ mark: StaticString, from start: Int, _ painter: borrowing Painter) -> Int {
    var position = start
    while position < painter.end, !painter.has(mark, at: position) { position &+= 1 }
    return min(position &+ mark.utf8CodeUnitCount, painter.end)
  }

  private static func entity(_ painter: inout Painter) {
    let start = painter.index
    var end = start &+ 1
    if painter[end] == UInt8(ascii: "#") { end &+= 1 }
    let stop = min(end + 32, painter.end)
    while end < stop, painter.code[end].continuesWord { end &+= 1 }
    painter.index = end
    if painter.byte == UInt8(ascii: ";"), end > start &+ 1 {
      painter.index &+= 1
      painter.paint(.number, from: start, to: painter.index)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.continuesWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  private static func tag(_ painter: inout Painter) {
    let start = painter.index
    var end = start &+ 1
    let isClosing = painter[end] == UInt8(ascii: "/")
    if isClosing { end &+= 1 }
    guard painter[end].startsWord else { return painter.index &+= 1 }
    let name = end
    while isNameByte(painter[end]) { end &+= 1 }
    painter.take(.type, to: end)
    attributes(&painter)
    guard !isClosing else { return }
    if let language = embedded(painter, name, end) { raw(language, &painter) }
  }

  private static func attributes(_ painter: inout Painter) {
    while painter.index < painter.end {
      let byte = painter.byte
      switch byte {
      case UInt8(ascii: ">"): return painter.take(.type, 1)
      case UInt8(ascii: "/") where painter[painter.index &+ 1] == UInt8(ascii: ">"): return painter.take(.type, 2)
      case UInt8(ascii: "<"): return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = painter.afterQuoted(painter.index, escape: 0, multiline: true) ?? painter.lineEnd(from: painter.index)
        painter.inside(end) { TemplateLexer.text(.string, expanding: false, &$0) }
      case UInt8(ascii: "="): value(&painter)
      case UInt8(ascii: "{"): if !TemplateLexer.action(&painter) { painter.index &+= 1 }
      default:
        var end = painter.index
        while isNameByte(painter[end]) || painter[end] == UInt8(ascii: "@") { end &+= 1 }
        if end > painter.index { painter.take(.key, to: end) } else { painter.index &+= 1 }
      }
    }
  }

  /// A value without quotes.
  private static func value(_ painter: inout Painter) {
    painter.index &+= 1
    while painter.byte.isSpace { painter.index &+= 1 }
    guard isNameByte(painter.byte) || painter.byte == UInt8(ascii: "#") else { return }
    var end = painter.index
    while end < painter.end, !painter.code[end].isSpace, painter.code[end] != UInt8(ascii: ">") { end &+= 1 }
    painter.take(.string, to: end)
  }

  private static let rawTags = WordTable<Ink>(ignoringCase: true, (.function, "script"), (.key, "style"))

  private static func embedded(_ painter: borrowing Painter, _ start: Int, _ end: Int) -> Language? {
    switch rawTags.value(painter.code, start, end) {
    case .function: .javascript
    case .key: .css
    default: nil
    }
  }

  private static func raw(_ language: Language, _ painter: inout Painter) {
    var end = painter.index
    while end < painter.end, !painter.has("</s", at: end) { end &+= 1 }
    painter.embed(language, to: end)
  }
}
