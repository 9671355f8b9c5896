extension Language {
  static let swift = Language(
    "Swift", "swift",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          actor any as associatedtype async await borrowing break case catch class consuming continue default defer \
          deinit do else enum extension fallthrough fileprivate final for func get guard if import in indirect init inout \
          internal is isolated lazy let mutating nonisolated open operator override package private protocol public \
          repeat rethrows return set some static struct subscript switch throw throws try typealias unsafe var weak where \
          while
          """
        ),
        (.number, "true false nil"),
        (.variable, "self super Self")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/", nests: true)],
      quotes: [
        .init(open: "\"\"\"", close: "\"\"\"", isMultiline: true, hole: "\\(", holeEnd: UInt8(ascii: ")")),
        .init(open: "\"", close: "\"", hole: "\\(", holeEnd: UInt8(ascii: ")")),
      ],
      traits: [.decorators, .directives, .capitalTypes]))
}
