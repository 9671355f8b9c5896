extension Language {
  static let lua = Language(
    "Lua", "lua",
    Grammar(
      words: WordTable(
        (
          .keyword,
          "and break do else elseif end for function goto if in local not or repeat return then until while"
        ),
        (.number, "true false nil"), (.variable, "self")),
      lineComments: [],
      blockComments: [.init(open: "--[[", close: "]]"), .init(open: "--", close: "\n")],
      quotes: [
        .init(open: "\"", close: "\""), .init(open: "'", close: "'"),
        .init(open: "[[", close: "]]", escape: 0, isMultiline: true),
      ]))
}
