extension Language {
  static let python = Language(
    "Python", "python py python3 starlark bzl",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          and as assert async await break case class continue def del elif else except finally for from global if import \
          in is lambda match nonlocal not or pass raise return try while with yield
          """
        ),
        (.type, "bool bytes dict float int list object set str tuple"),
        (.number, "True False None"),
        (.variable, "self cls")),
      lineComments: ["#"],
      quotes: [
        .init(open: "\"\"\"", close: "\"\"\"", isMultiline: true),
        .init(open: "'''", close: "'''", isMultiline: true),
        .init(open: "\"", close: "\""),
        .init(open: "'", close: "'"),
      ],
      traits: [.decorators, .capitalTypes]))
}
