extension Language {
  static let makefile = Language("Makefile", "makefile make mk gnumake") { MakefileLexer.run(&$0) }
}

/// Paints makefiles: targets, settings, and recipes as shell.
enum MakefileLexer {
  private static let words = WordTable<Ink>(
    (.keyword, "include -include ifeq ifneq ifdef ifndef else endif define endef export unexport override vpath"))

  static func run(_ painter: inout Painter) {
    while painter.index < painter.end {
      let isRecipe = painter.byte == UInt8(ascii: "\t")
      painter.skipBlanks()
      if painter.byte == UInt8(ascii: "#") {
        painter.takeLine(.comment)
      } else if isRecipe {
        recipe(&painter)
      } else {
        statement(&painter)
      }
      painter.index = min(painter.index &+ 1, painter.end)
    }
  }

  /// A line of a recipe with those that a backslash adds.
  private static func recipe(_ painter: inout Painter) {
    var end = painter.lineEnd(from: painter.index)
    while end < painter.end, painter.code[end - 1] == UInt8(ascii: "\\") { end = painter.lineEnd(from: end &+ 1) }
    if painter.byte == UInt8(ascii: "@") || painter.byte == UInt8(ascii: "-") { painter.take(.option, 1) }
    painter.inside(end) { painter in
      var lexer = ShellLexer(joiningLines: true)
      lexer.run(&painter)
    }
  }

  private static func statement(_ painter: inout Painter) {
    let start = painter.index
    let end = painter.lineEnd(from: start)
    var word = start
    while word < end, !painter.code[word].isSpace, painter.code[word] != UInt8(ascii: ":"),
      painter.code[word] != UInt8(ascii: "=")
    {
      word &+= 1
    }
    if let ink = words.value(painter.code, start, word) {
      painter.take(ink, to: word)
    } else {
      painter.paint(isSetting(painter, start, end) ? .variable : .function, from: start, to: word)
      painter.index = max(word, start)
    }
    painter.inside(end) { TemplateLexer.text(nil, expanding: true, &$0) }
  }

  /// Whether an `=` comes before a `:` that is no part of it.
  private static func isSetting(_ painter: borrowing Painter, _ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      if painter.code[position] == UInt8(ascii: "=") { return true }
      if painter.code[position] == UInt8(ascii: ":"), painter[position &+ 1] != UInt8(ascii: "=") { return false }
      position &+= 1
    }
    return false
  }
}
