extension Language {
  static let go = Language(
    "Go", "go golang",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          break case chan const continue default defer else fallthrough for func go goto if import interface map package \
          range return select struct switch type var
          """
        ),
        (
          .type,
          """
          any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string \
          uint uint8 uint16 uint32 uint64 uintptr
          """
        ),
        (.number, "true false nil iota")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [
        .init(open: "\"", close: "\""),
        .init(open: "`", close: "`", escape: 0, isMultiline: true),
        .init(open: "'", close: "'", isCharacter: true),
      ]))
}
