extension Grammar {
  /// Words that JavaScript and TypeScript share.
  fileprivate static let scriptKeywords: StaticString = """
    async await break case catch class const continue debugger default delete do else export extends finally for from \
    function get if import in instanceof let new of return set static switch throw try typeof var void while with yield
    """

  fileprivate static func script(_ more: (Ink, StaticString)...) -> Grammar {
    Grammar(
      words: WordTable(
        lists: [
          (.keyword, scriptKeywords),
          (.number, "true false null undefined NaN Infinity"),
          (.variable, "this super"),
        ] + more),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [
        .init(open: "\"", close: "\""),
        .init(open: "'", close: "'"),
        .init(open: "`", close: "`", isMultiline: true, hole: "${"),
      ],
      traits: [.regularExpressions, .capitalTypes, .decorators, .colonKeys])
  }
}

extension Language {
  static let javascript = Language("JavaScript", "javascript js jsx mjs cjs node", .script())

  static let typescript = Language(
    "TypeScript", "typescript ts tsx mts cts",
    .script(
      (
        .keyword,
        """
        abstract as asserts declare enum implements infer interface is keyof namespace override private protected public \
        readonly satisfies type
        """
      ),
      (.type, "any bigint boolean never number object string symbol unknown")))
}
